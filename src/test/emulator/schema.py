"""What a resource type allows: the provider schemas of the CloudFormation registry, as cfn-lint bundles them."""

import re
import sys
from functools import lru_cache
from importlib.util import find_spec, module_from_spec

import jsonschema
import regex

# cfn-lint's package loads its rules, and with them all of sympy, before any part of it: a third of the emulator's start,
# for schemas that need neither. So the package is there, but its own __init__ is not run.
if "cfnlint" not in sys.modules:
    sys.modules["cfnlint"] = module_from_spec(find_spec("cfnlint"))

from cfnlint.schema._exceptions import ResourceNotFoundError  # noqa: E402
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER  # noqa: E402


@lru_cache(maxsize=None)
def schema(type_name: str, region: str):
    """The registry's schema as a dictionary, or None when the region does not know the type."""
    try:
        return PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, type_name).schema
    except (ResourceNotFoundError, ValueError):
        return None


@lru_cache(maxsize=None)
def _attributes(type_name: str, region: str) -> frozenset:
    return frozenset(PROVIDER_SCHEMA_MANAGER.get_type_getatts(resource_type=type_name, region=region))


def attribute_exists(type_name: str, attribute: str, region: str) -> bool:
    names = _attributes(type_name, region)
    return attribute in names or any(re.fullmatch(name, attribute) for name in names)


def _pattern(_validator, pattern, instance, _schema):
    # registry patterns are ECMA ones (\p{L}), which Python's re does not read
    if isinstance(instance, str):
        try:
            found = regex.search(pattern, instance)
        except regex.error:
            return
        if not found:
            yield jsonschema.ValidationError(f"string [{instance}] does not match pattern {pattern}")


_Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": _pattern})


@lru_cache(maxsize=None)
def _validator(type_name: str, region: str):
    return _Validator(schema(type_name, region))


def problems(type_name: str, region: str, properties: dict) -> list:
    """Every way in which resolved properties break the schema, in CloudFormation's words."""
    result = []
    for path in schema(type_name, region).get("readOnlyProperties", []):
        parts = path.split("/")[2:]
        if len(parts) == 1 and parts[0] in properties and not _also_writable(type_name, parts[0]):
            result.append(f"#: extraneous key [{parts[0]}] is not permitted")
    for error in sorted(_validator(type_name, region).iter_errors(properties), key=lambda e: list(map(str, e.absolute_path))):
        result += _sentences(error)
    return list(dict.fromkeys(result))


def _also_writable(type_name: str, name: str) -> bool:
    # the registry lists this one as read-only although templates set it
    return (type_name, name) in {("AWS::RDS::DBInstance", "Endpoint")}


def _sentences(error) -> list:
    where = "#" + "".join(f"/{part}" for part in error.absolute_path)
    if error.validator == "additionalProperties":
        known = set(error.schema.get("properties", {}))
        patterns = error.schema.get("patternProperties", {})
        extra = [k for k in error.instance if k not in known and not any(regex.search(p, k) for p in patterns)]
        return [f"{where}: extraneous key [{key}] is not permitted" for key in extra]
    if error.validator == "required":
        missing = [k for k in error.validator_value if k not in error.instance]
        return [f"{where}: required key [{key}] not found" for key in missing]
    if error.validator == "type":
        found = {"str": "String", "bool": "Boolean", "int": "Integer", "float": "Number", "list": "JSONArray", "dict": "JSONObject"}
        return [f"{where}: expected type: {_title(error.validator_value)}, found: {found.get(type(error.instance).__name__, 'null')}"]
    if error.validator == "enum":
        return [f"{where}: {error.instance} is not a valid enum value"]
    return [f"{where}: failed validation constraint for keyword [{error.validator}]"]


def _title(kind) -> str:
    names = {"array": "JSONArray", "object": "JSONObject"}
    kinds = kind if isinstance(kind, list) else [kind]
    return " or ".join(names.get(k, k.capitalize()) for k in kinds)


def coerce(type_name: str, region: str, properties: dict):
    """Text that stands for a number or a truth value becomes one, and the other way round, as CloudFormation does."""
    root = schema(type_name, region)
    return _coerce(properties, root, root)


def _coerce(value, part, root):
    for _ in range(20):
        if not isinstance(part, dict) or "$ref" not in part:
            break
        part = _follow(part["$ref"], root)
    if not isinstance(part, dict):
        return value
    if isinstance(value, dict):
        inner = part.get("properties", {})
        patterns = list(part.get("patternProperties", {}).values())
        default = patterns[0] if patterns else None
        return {k: _coerce(v, inner.get(k, default), root) for k, v in value.items()}
    if isinstance(value, list):
        return [_coerce(item, part.get("items"), root) for item in value]
    return _scalar(value, part.get("type"))


def _follow(reference: str, root: dict):
    part = root
    for name in reference.split("/")[1:]:
        part = part[name]
    return part


def _scalar(value, kind):
    kinds = kind if isinstance(kind, list) else [kind]
    if isinstance(value, str):
        if "string" in kinds:
            return value
        if "boolean" in kinds and value.lower() in ("true", "false"):
            return value.lower() == "true"
        if "integer" in kinds and re.fullmatch(r"-?\d+", value):
            return int(value)
        if "number" in kinds and re.fullmatch(r"-?\d+(\.\d+)?", value):
            return float(value)
    elif "string" in kinds and isinstance(value, (bool, int, float)) and not {"boolean", "integer", "number"} & set(kinds):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value


def recreation(type_name: str, region: str, name: str, old, new) -> str:
    """Never, Conditionally or Always: what a change of the top-level property `name` does to the resource."""
    root = schema(type_name, region)
    if _touches(root.get("createOnlyProperties", []), name, old, new):
        return "Always"
    if _touches(root.get("conditionalCreateOnlyProperties", []), name, old, new):
        return "Conditionally"
    return "Never"


def _touches(paths: list, name: str, old, new) -> bool:
    for path in paths:
        first, *rest = path.split("/")[2:]
        if first == name and _at(old, rest) != _at(new, rest):
            return True
    return False


def _at(value, path):
    for i, part in enumerate(path):
        if part == "*":
            return [_at(item, path[i + 1:]) for item in value] if isinstance(value, list) else None
        value = value.get(part) if isinstance(value, dict) else None
    return value


def taggable(type_name: str, region: str) -> bool:
    root = schema(type_name, region)
    tagging = root.get("tagging")
    if tagging:
        return bool(tagging.get("taggable", True))
    return any(name in root.get("properties", {}) for name in ("Tags", "HostedZoneTags", "HealthCheckTags"))
