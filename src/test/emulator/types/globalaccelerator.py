"""AWS Global Accelerator: accelerators, their listeners and endpoint groups. Its API stands in one region."""

from .. import aws
from ..services import accelerators
from . import Handler, retag


class Accelerating(Handler):
    @staticmethod
    def api(context):
        home = accelerators.HOME if context.partition == "aws" else context.region
        return aws.client(accelerators.SERVICE, home, context.account)

    def settle(self, context, physical, props):
        accelerators.of(context.region, context.account).settle(physical)


class Accelerator(Accelerating):
    type = "AWS::GlobalAccelerator::Accelerator"
    flow_logs = ("FlowLogsEnabled", "FlowLogsS3Bucket", "FlowLogsS3Prefix")
    handles = ("Name", "Enabled", "IpAddressType", *flow_logs, "Tags")

    def create(self, context, props):
        api, tags = self.api(context), context.tag_list(props.get("Tags"))
        asked = {k: props[k] for k in ("Enabled", "IpAddressType") if k in props}
        made = api.create_accelerator(Name=props["Name"], IdempotencyToken=context.name(64), **asked, **({"Tags": tags} if tags else {}))
        arn = made["Accelerator"]["AcceleratorArn"]
        self._flow_logs(api, arn, props)
        return arn

    def _flow_logs(self, api, arn, props):
        asked = {k: props[k] for k in self.flow_logs if k in props}
        if asked:
            api.update_accelerator_attributes(AcceleratorArn=arn, **asked)

    def attributes(self, context, physical, props):
        found = self.api(context).describe_accelerator(AcceleratorArn=physical)["Accelerator"]
        return {
            "AcceleratorArn": physical, "DnsName": found["DnsName"], "Ipv4Addresses": found["IpSets"][0]["IpAddresses"],
            "Ipv6Addresses": [], "DualStackDnsName": "",
        }

    def update(self, context, physical, old, new, changed):
        api = self.api(context)
        if "Tags" in changed:
            present = {t["Key"]: t["Value"] for t in api.list_tags_for_resource(ResourceArn=physical)["Tags"]}
            retag(
                lambda t: api.tag_resource(ResourceArn=physical, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: api.untag_resource(ResourceArn=physical, TagKeys=keys), present, context.tags(new.get("Tags")),
            )
        if changed & {"Name", "Enabled", "IpAddressType"}:
            api.update_accelerator(
                AcceleratorArn=physical, Name=new["Name"], Enabled=new.get("Enabled", True), IpAddressType=new.get("IpAddressType", "IPV4")
            )
        if changed & set(self.flow_logs):
            self._flow_logs(api, physical, {"FlowLogsEnabled": False} | new)

    def leaving(self, context, physical, props):
        """CloudFormation disables an accelerator first: an enabled one cannot be deleted."""
        self.api(context).update_accelerator(AcceleratorArn=physical, Enabled=False)

    def delete(self, context, physical, props, snapshot):
        self.api(context).delete_accelerator(AcceleratorArn=physical)


class Listener(Accelerating):
    type = "AWS::GlobalAccelerator::Listener"
    settings = ("PortRanges", "Protocol", "ClientAffinity")
    handles = ("AcceleratorArn", *settings)

    def create(self, context, props):
        asked = {k: props[k] for k in self.handles if k in props}
        return self.api(context).create_listener(IdempotencyToken=context.name(64), **asked)["Listener"]["ListenerArn"]

    def attributes(self, context, physical, props):
        return {"ListenerArn": physical}

    def update(self, context, physical, old, new, changed):
        asked = {k: new[k] for k in self.settings if k in new}
        self.api(context).update_listener(ListenerArn=physical, **{"ClientAffinity": "NONE"} | asked)

    def delete(self, context, physical, props, snapshot):
        self.api(context).delete_listener(ListenerArn=physical)


class EndpointGroup(Accelerating):
    type = "AWS::GlobalAccelerator::EndpointGroup"
    settings = (
        "TrafficDialPercentage", "HealthCheckPort", "HealthCheckProtocol", "HealthCheckPath", "HealthCheckIntervalSeconds",
        "ThresholdCount", "PortOverrides", "EndpointConfigurations",
    )
    handles = ("ListenerArn", "EndpointGroupRegion", *settings)

    def _asked(self, props):
        return {k: [self._endpoint(e) for e in props[k]] if k == "EndpointConfigurations" else props[k] for k in self.settings if k in props}

    @staticmethod
    def _endpoint(given):
        return {k: given[k] for k in ("EndpointId", "Weight", "ClientIPPreservationEnabled", "AttachmentArn") if k in given}

    def create(self, context, props):
        made = self.api(context).create_endpoint_group(
            ListenerArn=props["ListenerArn"], EndpointGroupRegion=props["EndpointGroupRegion"], IdempotencyToken=context.name(64),
            **self._asked(props),
        )
        return made["EndpointGroup"]["EndpointGroupArn"]

    def attributes(self, context, physical, props):
        return {"EndpointGroupArn": physical}

    def update(self, context, physical, old, new, changed):
        asked = {"EndpointConfigurations": [], "PortOverrides": []} | self._asked(new)
        self.api(context).update_endpoint_group(EndpointGroupArn=physical, **asked)

    def delete(self, context, physical, props, snapshot):
        self.api(context).delete_endpoint_group(EndpointGroupArn=physical)
