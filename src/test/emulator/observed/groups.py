"""EC2: security groups and their rules."""

from . import of, only, tags

# word of the API -> CloudFormation's, for rules that come in and that go out
PEERS = {"ingress": ("SourceSecurityGroupId", "SourcePrefixListId"), "egress": ("DestinationSecurityGroupId", "DestinationPrefixListId")}


def spelled(rule: dict, direction: str) -> dict:
    """A rule of DescribeSecurityGroupRules as CloudFormation spells it."""
    group, prefixes = PEERS[direction]
    everything = rule["IpProtocol"] == "-1"
    seen = {
        "IpProtocol": rule["IpProtocol"], "FromPort": None if everything else rule.get("FromPort"),
        "ToPort": None if everything else rule.get("ToPort"), "Description": rule.get("Description"), "CidrIp": rule.get("CidrIpv4"),
        "CidrIpv6": rule.get("CidrIpv6"), prefixes: rule.get("PrefixListId"), group: (rule.get("ReferencedGroupInfo") or {}).get("GroupId"),
    }
    return {k: v for k, v in seen.items() if v is not None}


def _rules(context, group: str) -> list:
    return context.client("ec2").describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])["SecurityGroupRules"]


def _others(context) -> set:
    """Ids of the rules that are resources of their own: they belong to no list of a group."""
    from ..stacks import REGISTRY

    kinds = ("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress")
    return {r.physical for s in REGISTRY.all(context.region, context.account) for r in s.live().values() if r.type in kinds}


@of("AWS::EC2::SecurityGroup")
def group(context, physical, props):
    found = only(context.client("ec2").describe_security_groups(GroupIds=[physical])["SecurityGroups"], physical)
    own = [r for r in _rules(context, physical) if r["SecurityGroupRuleId"] not in _others(context)]
    return {
        "GroupDescription": found["Description"], "GroupName": found["GroupName"], "VpcId": found["VpcId"],
        "SecurityGroupIngress": [spelled(r, "ingress") for r in own if not r["IsEgress"]],
        "SecurityGroupEgress": [spelled(r, "egress") for r in own if r["IsEgress"]], "Tags": tags(found.get("Tags")),
    }


def _rule(direction: str):
    def look(context, physical, props):
        found = only([r for r in _rules(context, props["GroupId"]) if r["SecurityGroupRuleId"] == physical], physical)
        return {"GroupId": found["GroupId"]} | spelled(found, direction)

    return look


of("AWS::EC2::SecurityGroupIngress")(_rule("ingress"))
of("AWS::EC2::SecurityGroupEgress")(_rule("egress"))
