"""Reading and checking a template, with the sentences CloudFormation uses.

The wording of the errors follows answers of the real service as they are quoted in public issues and AWS's docs.
"""

import json
import re
from functools import lru_cache

import yaml
from moto.cloudformation.exceptions import ValidationError

MAX_BODY = 51_200  # https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
SECTIONS = {
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Transform",
    "Resources", "Outputs", "Rules", "Hooks",
}
RESOURCE_KEYS = {
    "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata",
    "CreationPolicy", "UpdatePolicy",
}
PSEUDO = {
    "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
}
SUB_NAME = re.compile(r"\$\{([^!}][^}]*)\}")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML with CloudFormation's short forms; a date stays the text it was."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _short_form(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if name == "Fn::GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name: value}


_Loader.add_multi_constructor("!", _short_form)


def invalid(message: str) -> ValidationError:
    return ValidationError(message=message)


@lru_cache(maxsize=256)
def _parse(body: str):
    try:
        return json.loads(body)
    except ValueError:
        pass
    try:
        return yaml.load(body, Loader=_Loader)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise invalid(f"Template format error: YAML not well-formed.{where}") from e


def parse(body: str) -> dict:
    """The template as a dictionary, or ValidationError. Treat the result as read-only: it is cached."""
    if len(body.encode()) > MAX_BODY:
        raise invalid(
            "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
            "Member must have length less than or equal to 51200"
        )
    template = _parse(body)
    if not isinstance(template, dict):
        raise invalid("Template format error: unsupported structure.")
    return template


def intrinsic(value):
    """(name, argument) when the value is an intrinsic function, else (None, None)."""
    if isinstance(value, dict) and len(value) == 1:
        name, argument = next(iter(value.items()))
        if name in ("Ref", "Condition") or name.startswith("Fn::"):
            return name, argument
    return None, None


def references(value, found=None) -> set:
    """Every (logical name, attribute or None) that a value refers to through Ref, GetAtt or Sub."""
    found = set() if found is None else found
    name, argument = intrinsic(value)
    if name == "Ref":
        found.add((argument, None))
    elif name == "Fn::GetAtt":
        target, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
        found.add((target, attribute))
    elif name == "Fn::Sub":
        text, given = (argument, {}) if isinstance(argument, str) else argument
        for inner in SUB_NAME.findall(text):
            if inner not in given:
                found.add(tuple(inner.split(".", 1)) if "." in inner else (inner, None))
        references(given, found)
    elif name != "Condition":
        for child in _children(value):
            references(child, found)
    return found


def _children(value):
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def conditions_used(value, found=None) -> set:
    found = set() if found is None else found
    name, argument = intrinsic(value)
    if name == "Fn::If":
        found.add(argument[0])
    if name == "Condition":
        found.add(argument)
    for child in _children(value):
        conditions_used(child, found)
    return found


def depends_on(resource: dict) -> list:
    names = resource.get("DependsOn", [])
    return [names] if isinstance(names, str) else names


def dependencies(template: dict, names) -> dict:
    """logical name -> the logical names it has to wait for, among `names`; in the order of the template."""
    names = set(names)
    result = {}
    for name in (n for n in template["Resources"] if n in names):
        resource = template["Resources"][name]
        wanted = {target for target, _ in references(resource.get("Properties", {}))}
        result[name] = (wanted | set(depends_on(resource))) & names - {name}
    return result


def check(template: dict, region: str) -> None:
    """Everything CloudFormation refuses before it starts."""
    unknown = set(template) - SECTIONS
    if unknown:
        raise invalid(f"Invalid template property or properties [{', '.join(sorted(unknown))}]")
    if template.get("Transform") or template.get("Rules") or template.get("Hooks"):
        raise invalid("Transform, Rules and Hooks are not emulated")
    resources = template.get("Resources") or {}
    if not resources:
        raise invalid("Template format error: At least one Resources member must be defined.")
    _check_resources(resources, region)
    _check_names(template, resources, region)
    _check_cycles(template)


def _check_resources(resources: dict, region: str) -> None:
    from .types import handler_for

    if len(resources) > 500:
        raise invalid(f"Template format error: Number of resources, {len(resources)}, is greater than maximum allowed, 500")
    unknown = []
    for name, resource in resources.items():
        if not re.fullmatch(r"[A-Za-z0-9]+", name):
            raise invalid(f"Template format error: Resource name {name} is non alphanumeric.")
        extra = set(resource) - RESOURCE_KEYS
        if extra:
            raise invalid(f"Invalid template resource property '{sorted(extra)[0]}'")
        if "Type" not in resource:
            raise invalid(f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member.")
        if handler_for(resource["Type"], region) is None:
            unknown.append(resource["Type"])
        for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
            allowed = {"Delete", "Retain", "Snapshot"} | ({"RetainExceptOnCreate"} if policy == "DeletionPolicy" else set())
            if resource.get(policy, "Delete") not in allowed:
                raise invalid(f"Template error: {policy} of resource {name} must be one of {sorted(allowed)}")
    if unknown:
        raise invalid(f"Template format error: Unrecognized resource types: [{', '.join(sorted(set(unknown)))}]")


def _check_names(template: dict, resources: dict, region: str) -> None:
    parameters, conditions = template.get("Parameters") or {}, template.get("Conditions") or {}
    known = set(resources) | set(parameters) | PSEUDO
    for section in ("Resources", "Outputs", "Conditions"):
        content = template.get(section) or {}
        used = references(content)
        missing = sorted({target for target, _ in used} - known)
        for resource in resources.values() if section == "Resources" else ():
            missing += sorted(set(depends_on(resource)) - set(resources))
        if missing:
            raise invalid(
                f"Template format error: Unresolved resource dependencies [{', '.join(dict.fromkeys(missing))}] "
                f"in the {section} block of the template"
            )
        _check_attributes(used, resources, region)
        names = conditions_used(content)
        if section != "Conditions":
            names |= {entry["Condition"] for entry in content.values() if isinstance(entry.get("Condition"), str)}
        undefined = sorted(names - set(conditions))
        if undefined:
            raise invalid(f"Template format error: Unresolved condition dependency {undefined[0]} in the {section} block of the template")


def _check_attributes(used: set, resources: dict, region: str) -> None:
    from .schema import attribute_exists

    for target, attribute in sorted(used, key=str):
        if attribute is None:
            continue
        if target not in resources:
            raise invalid(f"Template error: instance of Fn::GetAtt references undefined resource {target}")
        if not attribute_exists(resources[target]["Type"], attribute, region):
            raise invalid(f"Template error: resource {target} does not support attribute type {attribute} in Fn::GetAtt")


def _check_cycles(template: dict) -> None:
    waiting = dependencies(template, template["Resources"])
    while True:
        ready = {name for name, wanted in waiting.items() if not wanted}
        if not ready:
            break
        waiting = {name: wanted - ready for name, wanted in waiting.items() if name not in ready}
    if waiting:
        raise invalid(f"Circular dependency between resources: [{', '.join(sorted(_only_cycle(waiting)))}]")


def _only_cycle(waiting: dict) -> set:
    """Drop what merely hangs behind a cycle, so that the message names the cycle itself."""
    while True:
        needed = set().union(*waiting.values())
        rest = {name: wanted for name, wanted in waiting.items() if name in needed}
        if len(rest) == len(waiting) or not rest:
            return set(waiting)
        waiting = rest


def needed_capabilities(template: dict) -> set:
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html, Capabilities"""
    names = {
        "AWS::IAM::Role": "RoleName", "AWS::IAM::ManagedPolicy": "ManagedPolicyName", "AWS::IAM::Group": "GroupName",
        "AWS::IAM::User": "UserName", "AWS::IAM::InstanceProfile": "InstanceProfileName",
        "AWS::IAM::Policy": None, "AWS::IAM::RolePolicy": None, "AWS::IAM::AccessKey": None,
    }
    needed = set()
    for resource in template["Resources"].values():
        if resource["Type"] in names:
            custom = names[resource["Type"]]
            named = custom in (resource.get("Properties") or {}) if custom else False
            needed.add("CAPABILITY_NAMED_IAM" if named else "CAPABILITY_IAM")
    return needed
