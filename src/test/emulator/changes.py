"""What a change set says: which resources an intent would add, change, replace or remove."""

from . import schema
from .intrinsics import Unknown
from .stacks import Intent, Stack
from .template import dependencies, references
from .work import look_up, resolver

WEIGHT = {"Never": 0, "Conditionally": 1, "Always": 2}
ATTRIBUTES = ("Metadata", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy")


def compute(stack: Stack, intent: Intent, actual: dict | None = None, gone: set | None = None) -> list:
    """The Changes of DescribeChangeSet, in dependency order; [] when no resource would be touched.

    actual: properties, by logical id, to compare with instead of those of the last template.
    gone: logical ids of what does not exist any more and is made again.
    """
    return _Preview(stack, intent, actual or {}, gone or set()).changes()


def outputs_differ(stack: Stack, intent: Intent) -> bool:
    return (stack.template.get("Outputs") or {}) != (intent.template.get("Outputs") or {})


class _Preview:
    def __init__(self, stack: Stack, intent: Intent, actual: dict, gone: set):
        self.stack, self.intent, self.actual, self.gone = stack, intent, actual, gone
        self.fate: dict[str, str] = {}
        self.resolver = resolver(stack, intent, self._look_up)

    def _look_up(self, name, attribute):
        resource = self.stack.resources.get(name)
        if self.fate.get(name) in ("added", "replaced") or resource is None or not resource.settled():
            return Unknown(name, attribute)
        return look_up(self.stack, name, attribute)

    def changes(self) -> list:
        wanted = self.resolver.wanted()
        result = []
        for name in _in_order(dependencies(self.intent.template, wanted)):
            change = self._one(name, self.intent.template["Resources"][name])
            if change:
                result.append(change)
        before = list(self.stack.template.get("Resources") or {})
        live = self.stack.live()
        for name in sorted(live.keys() - set(wanted), key=lambda n: before.index(n) if n in before else len(before)):
            resource = live[name]
            result.append(_entry("Remove", name, resource.type, resource.physical, policy=resource.policy("DeletionPolicy")))
        return result

    def _one(self, name: str, spec: dict):
        resource = self.stack.resources.get(name)
        if resource is None or not resource.settled() or name in self.gone:
            self.fate[name] = "added"
            return _entry("Add", name, spec["Type"], resource.physical if resource else None)
        details = self._property_details(resource, spec) + _attribute_details(resource, spec)
        if resource.stack_tags != self.intent.tags and schema.taggable(resource.type, self.stack.region):
            if not any(d["Target"]["Attribute"] == "Tags" for d in details):
                details.append(_detail("Tags", None, "Never", "Static", "DirectModification"))
        if resource.status == "UPDATE_FAILED" and not details:
            details.append(_detail("Properties", None, "Never", "Dynamic", "Automatic"))
        if not details:
            return None
        replacement = _replacement(details)
        recreated = replacement == "True" or any(
            d["Target"].get("RequiresRecreation") == "Always" and d["ChangeSource"] == "ResourceReference" for d in details
        )
        self.fate[name] = "replaced" if recreated else "modified"
        scope = sorted({d["Target"]["Attribute"] for d in details})
        return _entry("Modify", name, spec["Type"], resource.physical, replacement, scope, details)

    def _property_details(self, resource, spec) -> list:
        raw = spec.get("Properties") or {}
        props = schema.coerce(resource.type, self.stack.region, self.resolver.resolve(raw))
        details = []
        standing = self.actual.get(resource.logical, resource.props)
        for name in sorted(set(props) | set(standing)):
            old, new = standing.get(name), props.get(name)
            target = "Tags" if name == "Tags" else "Properties"
            moving = self._moving(raw.get(name))
            if old == new and not moving:
                continue
            unknown = _has_unknown(new)
            recreation = schema.recreation(resource.type, self.stack.region, name, old, Unknown("") if unknown or old == new else new)
            if unknown or old == new:
                cause = moving or sorted(references(raw.get(name)), key=str)[0]
                source = "ResourceAttribute" if cause[1] else "ResourceReference"
                details.append(_detail(target, name, recreation, "Dynamic", source, ".".join(filter(None, cause))))
            else:
                details.append(self._static(target, name, recreation, resource, raw))
        return details

    def _moving(self, raw):
        """The first reference to something that this change set touches, in a way the value may follow."""
        for target, attribute in sorted(references(raw), key=str):
            fate = self.fate.get(target)
            if fate in ("added", "replaced") or (fate == "modified" and attribute):
                return target, attribute
        return None

    def _static(self, target, name, recreation, resource, raw) -> dict:
        before = (resource.spec.get("Properties") or {}).get(name)
        used = [n for n, a in references(raw.get(name)) if a is None and n in self.intent.parameters]
        if before == raw.get(name) and used:
            return _detail(target, name, recreation, "Static", "ParameterReference", sorted(used)[0])
        return _detail(target, name, recreation, "Static", "DirectModification")


def _attribute_details(resource, spec) -> list:
    return [
        _detail(name, None, "Never", "Static", "DirectModification")
        for name in ATTRIBUTES if resource.spec.get(name) != spec.get(name)
    ]


def _detail(attribute, name, recreation, evaluation, source, cause=None) -> dict:
    target = {"Attribute": attribute, "RequiresRecreation": recreation}
    if name and attribute in ("Properties",):
        target["Name"] = name
    detail = {"Target": target, "Evaluation": evaluation, "ChangeSource": source}
    if cause:
        detail["CausingEntity"] = cause
    return detail


def _replacement(details: list) -> str:
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html, Replacement"""
    needs = [(d["Target"]["RequiresRecreation"], d["Evaluation"]) for d in details]
    if ("Always", "Static") in needs:
        return "True"
    return "Conditional" if any(WEIGHT[recreation] for recreation, _ in needs) else "False"


def _entry(action, name, type_name, physical, replacement=None, scope=(), details=(), policy=None) -> dict:
    change = {"Action": action, "LogicalResourceId": name, "ResourceType": type_name, "Scope": list(scope), "Details": list(details)}
    if physical:
        change["PhysicalResourceId"] = physical
    if replacement:
        change["Replacement"] = replacement
    if policy:
        change["PolicyAction"] = {"Retain": "Retain", "Snapshot": "Snapshot"}.get(policy, "Delete")
    return {"Type": "Resource", "ResourceChange": change}


def _has_unknown(value) -> bool:
    if isinstance(value, Unknown):
        return True
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_has_unknown(child) for child in children)


def _in_order(waits_for: dict) -> list:
    order, left = [], dict(waits_for)
    while left:
        ready = [n for n, wanted in left.items() if wanted <= set(order)]
        order += ready
        left = {n: w for n, w in left.items() if n not in ready}
    return order
