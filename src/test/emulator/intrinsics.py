"""Resolving a template's values: the intrinsic functions and the pseudo parameters."""

import ipaddress

from . import aws
from .parameters import is_list, typed
from .template import SUB_NAME, intrinsic, invalid

NO_VALUE = object()


class Unknown:
    """A value that will only be known once another resource exists (used while a change set is worked out)."""

    def __init__(self, target: str, attribute=None):
        self.target, self.attribute = target, attribute

    def __eq__(self, other):
        return False

    __hash__ = object.__hash__


class Resolver:
    """Resolves values of one template.

    `lookup(logical, attribute or None)` answers Ref and GetAtt of resources; it may answer an Unknown.
    """

    def __init__(self, template, parameters, lookup, stack, region, account):
        self.template, self.parameters, self.lookup = template, parameters, lookup
        self.region, self.account = region, account
        self.pseudo = {
            "AWS::AccountId": account, "AWS::Region": region, "AWS::Partition": aws.partition(region),
            "AWS::URLSuffix": aws.url_suffix(region), "AWS::StackName": stack.name, "AWS::StackId": stack.id,
            "AWS::NoValue": NO_VALUE, "AWS::NotificationARNs": [],
        }

    def condition(self, name: str) -> bool:
        return self._truth(self.template["Conditions"][name])

    def wanted(self) -> list:
        """The logical names of the resources whose condition holds."""
        return [n for n, r in self.template["Resources"].items() if "Condition" not in r or self.condition(r["Condition"])]

    def resolve(self, value):
        name, argument = intrinsic(value)
        if name:
            return getattr(self, "_" + name.replace("Fn::", "").lower(), self._not_emulated(name))(argument)
        if isinstance(value, dict):
            pairs = ((k, self.resolve(v)) for k, v in value.items())
            return {k: v for k, v in pairs if v is not NO_VALUE}
        if isinstance(value, list):
            return [v for v in (self.resolve(item) for item in value) if v is not NO_VALUE]
        return value

    @staticmethod
    def _not_emulated(name):
        def refuse(_):
            raise invalid(f"Template error: {name} is not emulated")

        return refuse

    def _ref(self, name):
        if name in self.pseudo:
            return self.pseudo[name]
        if name in self.parameters:
            return typed(self.template["Parameters"][name], self.parameters[name])
        return self.lookup(name, None)

    def _getatt(self, argument):
        target, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
        return self.lookup(target, self.resolve(attribute))

    def _sub(self, argument):
        text, given = (argument, {}) if isinstance(argument, str) else argument
        given = {k: self.resolve(v) for k, v in given.items()}
        unknown = []

        def insert(match):
            name = match.group(1).strip()
            value = given[name] if name in given else self._named(name)
            if isinstance(value, Unknown):
                unknown.append(value)
            return _text(value)

        result = SUB_NAME.sub(insert, text).replace("${!", "${")
        return unknown[0] if unknown else result

    def _named(self, name):
        return self._getatt(name) if "." in name else self._ref(name)

    def _join(self, argument):
        separator, parts = argument[0], self.resolve(argument[1])
        if isinstance(parts, Unknown):
            return parts
        unknown = [p for p in parts if isinstance(p, Unknown)]
        return unknown[0] if unknown else separator.join(_text(p) for p in parts)

    def _select(self, argument):
        index, items = self.resolve(argument[0]), self.resolve(argument[1])
        if isinstance(items, Unknown):
            return items
        if not 0 <= int(index) < len(items):
            raise invalid(f"Template error: Fn::Select cannot select nonexistent value at index {index}")
        return items[int(index)]

    def _split(self, argument):
        text = self.resolve(argument[1])
        return text if isinstance(text, Unknown) else text.split(argument[0])

    def _getazs(self, argument):
        region = self.resolve(argument) or self.region
        zones = aws.client("ec2", region, self.account).describe_availability_zones()["AvailabilityZones"]
        return sorted(z["ZoneName"] for z in zones)

    def _cidr(self, argument):
        block, count, *bits = [self.resolve(a) for a in argument]
        if isinstance(block, Unknown):
            return block
        network = ipaddress.ip_network(block)
        prefix = network.max_prefixlen - int(bits[0] if bits else 8)
        subnets = network.subnets(new_prefix=prefix)
        return [str(next(subnets)) for _ in range(int(count))]

    def _base64(self, argument):
        import base64

        value = self.resolve(argument)
        return value if isinstance(value, Unknown) else base64.b64encode(value.encode()).decode()

    def _findinmap(self, argument):
        table, first, second = [self.resolve(a) for a in argument]
        try:
            return self.template["Mappings"][table][first][second]
        except KeyError:
            raise invalid(f"Template error: Unable to get mapping for {table}::{first}::{second}") from None

    def _if(self, argument):
        name, yes, no = argument
        return self.resolve(yes if self.condition(name) else no)

    def _truth(self, value) -> bool:
        name, argument = intrinsic(value)
        if name == "Condition":
            return self.condition(argument)
        if name == "Fn::Equals":
            return _text(self.resolve(argument[0])) == _text(self.resolve(argument[1]))
        if name == "Fn::Not":
            return not self._truth(argument[0])
        if name in ("Fn::And", "Fn::Or"):
            return (all if name == "Fn::And" else any)(self._truth(a) for a in argument)
        raise invalid("Template format error: Every Conditions member must be a condition function")


def _text(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


__all__ = ["NO_VALUE", "Resolver", "Unknown", "is_list"]
