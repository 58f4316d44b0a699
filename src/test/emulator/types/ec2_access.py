"""EC2: security groups, endpoints, flow logs, launch templates."""

import json

from . import Handler
from .ec2_network import Ec2

PEERS = ("CidrIp", "CidrIpv6", "SourceSecurityGroupId", "DestinationSecurityGroupId", "SourcePrefixListId", "DestinationPrefixListId")


def permission(rule: dict) -> dict:
    """A rule of CloudFormation as an IpPermission of the API."""
    result = {"IpProtocol": str(rule["IpProtocol"])}
    for name in ("FromPort", "ToPort"):
        if name in rule:
            result[name] = int(rule[name])
    text = {"Description": rule["Description"]} if "Description" in rule else {}
    if "CidrIp" in rule:
        result["IpRanges"] = [{"CidrIp": rule["CidrIp"]} | text]
    if "CidrIpv6" in rule:
        result["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"]} | text]
    for name in ("SourceSecurityGroupId", "DestinationSecurityGroupId"):
        if name in rule:
            result["UserIdGroupPairs"] = [{"GroupId": rule[name]} | text]
    for name in ("SourcePrefixListId", "DestinationPrefixListId"):
        if name in rule:
            result["PrefixListIds"] = [{"PrefixListId": rule[name]} | text]
    return result


class SecurityGroup(Ec2):
    type, kind = "AWS::EC2::SecurityGroup", "security-group"
    handles = ("GroupDescription", "GroupName", "VpcId", "SecurityGroupIngress", "SecurityGroupEgress", "Tags")

    def create(self, context, props):
        ec2 = context.client("ec2")
        physical = ec2.create_security_group(
            GroupName=props.get("GroupName") or context.name(255), Description=props["GroupDescription"], VpcId=props["VpcId"],
            TagSpecifications=self.specification(context, props),
        )["GroupId"]
        self._ingress(ec2, physical, [], props.get("SecurityGroupIngress", []))
        if props.get("SecurityGroupEgress"):
            everything = [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
            ec2.revoke_security_group_egress(GroupId=physical, IpPermissions=everything)
            self._egress(ec2, physical, [], props["SecurityGroupEgress"])
        return physical

    def _ingress(self, ec2, physical, old, new):
        self._apply(physical, old, new, ec2.authorize_security_group_ingress, ec2.revoke_security_group_ingress)

    def _egress(self, ec2, physical, old, new):
        self._apply(physical, old, new, ec2.authorize_security_group_egress, ec2.revoke_security_group_egress)

    @staticmethod
    def _apply(physical, old, new, authorise, revoke):
        for rule in [r for r in old if r not in new]:
            revoke(GroupId=physical, IpPermissions=[permission(rule)])
        for rule in [r for r in new if r not in old]:
            authorise(GroupId=physical, IpPermissions=[permission(rule)])

    def change(self, context, physical, old, new, changed):
        ec2 = context.client("ec2")
        self._ingress(ec2, physical, old.get("SecurityGroupIngress", []), new.get("SecurityGroupIngress", []))
        self._egress(ec2, physical, old.get("SecurityGroupEgress", []), new.get("SecurityGroupEgress", []))

    def attributes(self, context, physical, props):
        return {"GroupId": physical, "Id": physical, "VpcId": props["VpcId"]}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_security_group(GroupId=physical)


class Rule(Handler):
    """A rule that stands by itself, so that two groups can name each other."""

    direction = ""

    def create(self, context, props):
        authorize = getattr(context.client("ec2"), f"authorize_security_group_{self.direction}")
        return authorize(GroupId=props["GroupId"], IpPermissions=[permission(props)])["SecurityGroupRules"][0]["SecurityGroupRuleId"]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        """Only a description changes in place."""
        call = getattr(context.client("ec2"), f"update_security_group_rule_descriptions_{self.direction}")
        call(GroupId=new["GroupId"], IpPermissions=[permission({"Description": ""} | new)])

    def delete(self, context, physical, props, snapshot):
        revoke = getattr(context.client("ec2"), f"revoke_security_group_{self.direction}")
        revoke(GroupId=props["GroupId"], SecurityGroupRuleIds=[physical])


class Ingress(Rule):
    type, direction = "AWS::EC2::SecurityGroupIngress", "ingress"
    handles = ("GroupId", "IpProtocol", "FromPort", "ToPort", "Description", "CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourcePrefixListId")


class Egress(Rule):
    type, direction = "AWS::EC2::SecurityGroupEgress", "egress"
    handles = ("GroupId", "IpProtocol", "FromPort", "ToPort", "Description", "CidrIp", "CidrIpv6", "DestinationSecurityGroupId", "DestinationPrefixListId")


# what an endpoint without a policy of its own has
OPEN = {"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}


class VpcEndpoint(Ec2):
    type, kind = "AWS::EC2::VPCEndpoint", "vpc-endpoint"
    handles = (
        "VpcId", "ServiceName", "VpcEndpointType", "RouteTableIds", "SubnetIds", "SecurityGroupIds", "PrivateDnsEnabled",
        "PolicyDocument", "Tags",
    )

    def create(self, context, props):
        asked = {"PrivateDnsEnabled": False} | {k: v for k, v in props.items() if k not in ("PolicyDocument", "Tags")}
        if "PolicyDocument" in props:
            asked["PolicyDocument"] = _text(props["PolicyDocument"])
        made = context.client("ec2").create_vpc_endpoint(**asked, TagSpecifications=self.specification(context, props))
        return made["VpcEndpoint"]["VpcEndpointId"]

    def change(self, context, physical, old, new, changed):
        asked = {}
        for name, short in (("RouteTableIds", "RouteTableIds"), ("SubnetIds", "SubnetIds"), ("SecurityGroupIds", "SecurityGroupIds")):
            before, after = old.get(name, []), new.get(name, [])
            asked[f"Add{short}"] = [i for i in after if i not in before]
            asked[f"Remove{short}"] = [i for i in before if i not in after]
        if "PolicyDocument" in changed:
            asked["PolicyDocument"] = _text(new.get("PolicyDocument", OPEN))
        if "PrivateDnsEnabled" in changed:
            asked["PrivateDnsEnabled"] = new.get("PrivateDnsEnabled", False)
        context.client("ec2").modify_vpc_endpoint(VpcEndpointId=physical, **{k: v for k, v in asked.items() if v not in ([], None)})

    def attributes(self, context, physical, props):
        endpoint = context.client("ec2").describe_vpc_endpoints(VpcEndpointIds=[physical])["VpcEndpoints"][0]
        entries = [f"Z1HUB23UULQXV:{e['DnsName']}" for e in endpoint.get("DnsEntries", [])]
        return {"Id": physical, "DnsEntries": entries, "NetworkInterfaceIds": endpoint.get("NetworkInterfaceIds", [])}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_vpc_endpoints(VpcEndpointIds=[physical])


class FlowLog(Ec2):
    type, kind = "AWS::EC2::FlowLog", "vpc-flow-log"
    handles = (
        "ResourceId", "ResourceType", "TrafficType", "LogDestinationType", "LogGroupName", "LogDestination",
        "DeliverLogsPermissionArn", "MaxAggregationInterval", "LogFormat", "Tags",
    )
    unseen = ("ResourceType",)

    def create(self, context, props):
        asked = {k: v for k, v in props.items() if k not in ("ResourceId", "Tags")}
        if props.get("LogDestinationType", "cloud-watch-logs") == "cloud-watch-logs" and "LogDestination" in asked:
            asked["LogGroupName"] = asked.pop("LogDestination").split(":log-group:", 1)[1].removesuffix(":*")
        made = context.client("ec2").create_flow_logs(
            ResourceIds=[props["ResourceId"]], **asked, TagSpecifications=self.specification(context, props)
        )
        if made.get("Unsuccessful"):
            from . import Refused

            raise Refused(made["Unsuccessful"][0]["Error"]["Message"])
        return made["FlowLogIds"][0]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_flow_logs(FlowLogIds=[physical])


class LaunchTemplate(Ec2):
    type, kind = "AWS::EC2::LaunchTemplate", "launch-template"
    handles = ("LaunchTemplateName", "LaunchTemplateData", "VersionDescription", "TagSpecifications")
    unseen = ("TagSpecifications",)

    def create(self, context, props):
        description = {"VersionDescription": props["VersionDescription"]} if "VersionDescription" in props else {}
        made = context.client("ec2").create_launch_template(
            LaunchTemplateName=props.get("LaunchTemplateName") or context.name(120), LaunchTemplateData=props["LaunchTemplateData"],
            TagSpecifications=self.specification(context, self._tagged(props)), **description,
        )
        return made["LaunchTemplate"]["LaunchTemplateId"]

    @staticmethod
    def _tagged(props):
        return {"Tags": [t for s in props.get("TagSpecifications", []) for t in s.get("Tags", [])]}

    def retag(self, context, physical, old, new):
        super().retag(context, physical, self._tagged(old), self._tagged(new))

    def change(self, context, physical, old, new, changed):
        if "TagSpecifications" in changed:
            self.retag(context, physical, old, new)
        if "LaunchTemplateData" in changed:
            context.client("ec2").create_launch_template_version(LaunchTemplateId=physical, LaunchTemplateData=new["LaunchTemplateData"])

    def attributes(self, context, physical, props):
        template = context.client("ec2").describe_launch_templates(LaunchTemplateIds=[physical])["LaunchTemplates"][0]
        return {
            "LaunchTemplateId": physical, "LatestVersionNumber": str(template["LatestVersionNumber"]),
            "DefaultVersionNumber": str(template["DefaultVersionNumber"]),
        }

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_launch_template(LaunchTemplateId=physical)


def _text(document) -> str:
    return document if isinstance(document, str) else json.dumps(document)
