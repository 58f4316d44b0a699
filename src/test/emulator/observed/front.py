"""What stands before the load balancers: accelerators, distributions, web ACLs."""

from ..types.cloudfront_spelling import to_ours
from ..types.globalaccelerator import Accelerating
from ..types.wafv2 import Waf, spelled
from . import of, pick, tags


@of("AWS::GlobalAccelerator::Accelerator")
def accelerator(context, physical, props):
    api = Accelerating.api(context)
    found = api.describe_accelerator(AcceleratorArn=physical)["Accelerator"]
    logs = api.describe_accelerator_attributes(AcceleratorArn=physical)["AcceleratorAttributes"]
    return pick(found, "Name", "Enabled", "IpAddressType") | logs | {"Tags": tags(api.list_tags_for_resource(ResourceArn=physical)["Tags"])}


@of("AWS::GlobalAccelerator::Listener")
def accelerator_listener(context, physical, props):
    found = Accelerating.api(context).describe_listener(ListenerArn=physical)["Listener"]
    return pick(found, "PortRanges", "Protocol", "ClientAffinity") | {"AcceleratorArn": physical.split("/listener/")[0]}


@of("AWS::GlobalAccelerator::EndpointGroup")
def endpoint_group(context, physical, props):
    found = Accelerating.api(context).describe_endpoint_group(EndpointGroupArn=physical)["EndpointGroup"]
    return found | {
        "ListenerArn": physical.split("/endpoint-group/")[0],
        "EndpointConfigurations": [pick(e, "EndpointId", "Weight", "ClientIPPreservationEnabled") for e in found["EndpointDescriptions"]],
    }


@of("AWS::CloudFront::Distribution")
def distribution(context, physical, props):
    api = context.client("cloudfront")
    found = api.get_distribution(Id=physical)["Distribution"]
    kept = api.list_tags_for_resource(Resource=found["ARN"])["Tags"].get("Items", [])
    return {"DistributionConfig": to_ours(found["DistributionConfig"]), "Tags": tags(kept)}


def _waf(call: str, member: str):
    def look(context, physical, props):
        waf = context.client("wafv2")
        found = getattr(waf, call)(**Waf.key(physical))[member]
        kept = waf.list_tags_for_resource(ResourceARN=found["ARN"])["TagInfoForResource"]["TagList"]
        return spelled(found, "ARN", "Arn") | {"Scope": props["Scope"], "Tags": tags(kept)}

    return look


of("AWS::WAFv2::WebACL")(_waf("get_web_acl", "WebACL"))
of("AWS::WAFv2::IPSet")(_waf("get_ip_set", "IPSet"))


@of("AWS::WAFv2::LoggingConfiguration")
def logging_configuration(context, physical, props):
    found = context.client("wafv2").get_logging_configuration(ResourceArn=physical)["LoggingConfiguration"]
    given = {arn.removesuffix(":*"): arn for arn in props["LogDestinationConfigs"]}
    return found | {"LogDestinationConfigs": [given.get(arn, arn) for arn in found["LogDestinationConfigs"]]}
