"""Rules of security groups: what a reference to a prefix list counts for, and descriptions of every kind of rule."""

import inspect

from .errors import Refusal

# how many rules a reference to a list of AWS's counts for:
# https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
WEIGHTS = {"com.amazonaws.global.cloudfront.origin-facing": 55, "route53-healthchecks": 25}
RULES = 60  # inbound or outbound rules per group: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html


def install() -> None:
    from moto.ec2.models import EC2Backend
    from moto.ec2.models.security_groups import SecurityGroupRule

    for direction in ("ingress", "egress"):
        _weigh(EC2Backend, direction)
    _describe(SecurityGroupRule)
    EC2Backend._sg_update_description = lambda self, wanted, present: setattr(present, "ess_text", wanted.description)


def _weigh(backend, direction: str) -> None:
    name = f"authorize_security_group_{direction}"
    original = getattr(backend, name)

    def authorize(self, group_name_or_id, *args, **kwargs):
        group = self.get_security_group_by_name_or_id(group_name_or_id, kwargs.get("vpc_id"))
        if group is not None and group.vpc_id:
            present = sum(_weight(self, rule.prefix_list_id) for rule in getattr(group, f"{direction}_rules"))
            lists = [p.get("PrefixListId") for p in kwargs.get("prefix_list_ids") or []]
            others = len(kwargs.get("ip_ranges") or []) + len(kwargs.get("source_groups") or [])
            if present + others + sum(_weight(self, {"PrefixListId": ident}) for ident in lists) > RULES:
                raise Refusal("RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.")
        return original(self, group_name_or_id, *args, **kwargs)

    setattr(backend, name, authorize)


def _weight(ec2, prefix_list) -> int:
    ident = prefix_list.get("PrefixListId") if isinstance(prefix_list, dict) else prefix_list
    found = ec2.managed_prefix_lists.get(ident)
    if found is None:
        if ident:
            raise Refusal("InvalidPrefixListID.NotFound", f"The prefix list ID '{ident}' does not exist")
        return 1
    return next((weight for name, weight in WEIGHTS.items() if found.prefix_list_name.endswith(name)), int(found.max_entries or 1))


def _describe(rule_class) -> None:
    """moto keeps the description of a range only, and takes that of a group for a part of who the peer is."""
    original, parameters = rule_class.__init__, list(inspect.signature(rule_class.__init__).parameters)

    def init(self, *args, **kwargs):
        given = dict(zip(parameters[1:], args)) | kwargs
        text = (given.get("ip_range") or {}).get("Description")
        for peer in ("source_group", "prefix_list_id"):
            if given.get(peer):
                text = given[peer].get("Description", text)
                given[peer] = {k: v for k, v in given[peer].items() if k != "Description"}
        original(self, **given)
        self.ess_text = text

    rule_class.__init__ = init
    rule_class.description = property(lambda self: self.ess_text)
