"""Parameter values: types, defaults, constraints, values that have to exist in the account."""

import re

from moto.cloudformation.exceptions import ValidationError

from . import aws
from .template import invalid

# type inside AWS-specific parameter types -> (service, call, argument)
EXISTING = {
    "AWS::EC2::VPC::Id": ("describe_vpcs", "VpcIds"),
    "AWS::EC2::Subnet::Id": ("describe_subnets", "SubnetIds"),
    "AWS::EC2::SecurityGroup::Id": ("describe_security_groups", "GroupIds"),
}
PLAIN = {"String", "Number", "CommaDelimitedList", "List<Number>", "List<String>"}


def values(template: dict, given: dict, region: str, account: str) -> dict:
    """name -> text, defaults filled in; ValidationError for what CloudFormation refuses."""
    declared = template.get("Parameters") or {}
    unknown = sorted(set(given) - set(declared))
    if unknown:
        raise invalid(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    result = {n: str(given.get(n, d.get("Default"))) for n, d in declared.items() if n in given or "Default" in d}
    result = {n: _plain_text(result[n], given.get(n, declared[n].get("Default"))) for n in result}
    missing = [name for name in declared if name not in result]
    if missing:
        raise invalid(f"Parameters: [{', '.join(missing)}] must have values")
    for name, text in result.items():
        _constrain(name, declared[name], text)
        _must_exist(name, declared[name]["Type"], text, region, account)
    return result


def _plain_text(text: str, original) -> str:
    return str(original).lower() if isinstance(original, bool) else text


def is_list(declared: dict) -> bool:
    kind = declared["Type"]
    return kind == "CommaDelimitedList" or kind.startswith("List<")


def typed(declared: dict, text: str):
    """What `Ref` of the parameter gives."""
    if is_list(declared):
        return [part.strip() for part in text.split(",")] if text else []
    return text


def _constrain(name: str, declared: dict, text: str) -> None:
    parts = typed(declared, text) if is_list(declared) else [text]
    for part in parts:
        allowed = declared.get("AllowedValues")
        if allowed is not None and part not in [_plain_text(str(a), a) for a in allowed]:
            raise invalid(f"Parameter '{name}' must be one of AllowedValues")
        if "Number" in declared["Type"]:
            _number(name, declared, part)
        else:
            _text(name, declared, part)


def _number(name: str, declared: dict, part: str) -> None:
    try:
        number = float(part)
    except ValueError:
        raise invalid(f"Parameter '{name}' must be a number.") from None
    low, high = declared.get("MinValue"), declared.get("MaxValue")
    if low is not None and number < float(low):
        raise invalid(f"Parameter '{name}' must be a number not less than {low}")
    if high is not None and number > float(high):
        raise invalid(f"Parameter '{name}' must be a number not greater than {high}")


def _text(name: str, declared: dict, part: str) -> None:
    why = declared.get("ConstraintDescription")
    pattern = declared.get("AllowedPattern")
    if pattern and not re.fullmatch(pattern, part):
        raise invalid(f"Parameter {name} failed to satisfy constraint: {why or 'Parameter ' + name + ' must match pattern ' + pattern}")
    low, high = declared.get("MinLength"), declared.get("MaxLength")
    if low is not None and len(part) < int(low):
        raise invalid(f"Parameter '{name}' must contain at least {low} characters")
    if high is not None and len(part) > int(high):
        raise invalid(f"Parameter '{name}' must contain at most {high} characters")


def _must_exist(name: str, kind: str, text: str, region: str, account: str) -> None:
    inner = kind[5:-1] if kind.startswith("List<") else kind
    if inner not in EXISTING:
        known = inner.startswith(("AWS::EC2::", "AWS::SSM::", "AWS::Route53::HostedZone::Id")) or kind in PLAIN
        if not known:
            raise invalid(f"Template format error: Unrecognized parameter type: {kind}")
        return
    call, argument = EXISTING[inner]
    for value in [part.strip() for part in text.split(",") if part.strip()]:
        try:
            getattr(aws.client("ec2", region, account), call)(**{argument: [value]})
        except Exception as e:
            raise ValidationError(
                message=f"Parameter validation failed: parameter value {value} for parameter name {name} does not exist"
            ) from e
