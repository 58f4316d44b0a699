"""Load balancers, target groups, listeners, certificates."""

from . import Gone, of, only, pick, tags


def _tags(elb, arn: str) -> dict:
    return tags(only(elb.describe_tags(ResourceArns=[arn])["TagDescriptions"], arn)["Tags"])


def _wanted(attributes: list, props: dict, name: str) -> list:
    """Of all attributes those that the template names."""
    named = {a["Key"] for a in props.get(name, [])}
    return [pick(a, "Key", "Value") for a in attributes if a["Key"] in named]


@of("AWS::ElasticLoadBalancingV2::LoadBalancer")
def load_balancer(context, physical, props):
    elb = context.client("elbv2")
    found = only(elb.describe_load_balancers(LoadBalancerArns=[physical])["LoadBalancers"], physical)
    subnets = [z["SubnetId"] for z in found["AvailabilityZones"]]
    attributes = elb.describe_load_balancer_attributes(LoadBalancerArn=physical)["Attributes"]
    return pick(found, "Type", "Scheme", "SecurityGroups", "IpAddressType") | {
        "Name": found["LoadBalancerName"], "Subnets": subnets, "SubnetMappings": [{"SubnetId": s} for s in subnets],
        "LoadBalancerAttributes": _wanted(attributes, props, "LoadBalancerAttributes"), "Tags": _tags(elb, physical),
    }


@of("AWS::ElasticLoadBalancingV2::TargetGroup")
def target_group(context, physical, props):
    elb = context.client("elbv2")
    found = only(elb.describe_target_groups(TargetGroupArns=[physical])["TargetGroups"], physical)
    attributes = elb.describe_target_group_attributes(TargetGroupArn=physical)["Attributes"]
    targets = [pick(t["Target"], "Id", "Port") for t in elb.describe_target_health(TargetGroupArn=physical)["TargetHealthDescriptions"]]
    shown = pick(
        found, "Protocol", "ProtocolVersion", "Port", "VpcId", "TargetType", "IpAddressType", "HealthCheckEnabled", "HealthCheckIntervalSeconds",
        "HealthCheckPath", "HealthCheckPort", "HealthCheckProtocol", "HealthCheckTimeoutSeconds", "HealthyThresholdCount",
        "UnhealthyThresholdCount", "Matcher",
    )
    return shown | {
        "Name": found["TargetGroupName"], "TargetGroupAttributes": _wanted(attributes, props, "TargetGroupAttributes"), "Targets": targets,
        "Tags": _tags(elb, physical),
    }


@of("AWS::ElasticLoadBalancingV2::Listener")
def listener(context, physical, props):
    elb = context.client("elbv2")
    found = only(elb.describe_listeners(ListenerArns=[physical])["Listeners"], physical)
    shown = pick(found, "LoadBalancerArn", "Port", "Protocol", "SslPolicy", "AlpnPolicy", "DefaultActions")
    shown["Certificates"] = [pick(c, "CertificateArn") for c in found.get("Certificates", [])[:1]]
    if "ListenerAttributes" in props:
        shown["ListenerAttributes"] = _wanted(elb.describe_listener_attributes(ListenerArn=physical)["Attributes"], props, "ListenerAttributes")
    return shown


@of("AWS::CertificateManager::Certificate")
def certificate(context, physical, props):
    acm = context.client("acm")
    found = acm.describe_certificate(CertificateArn=physical)["Certificate"]
    if found["Status"] in ("FAILED", "VALIDATION_TIMED_OUT"):
        raise Gone(physical)
    names = [n for n in found["SubjectAlternativeNames"] if n != found["DomainName"] or n in props.get("SubjectAlternativeNames", [])]
    return {
        "DomainName": found["DomainName"], "SubjectAlternativeNames": names, "KeyAlgorithm": found.get("KeyAlgorithm"),
        "Tags": tags(acm.list_tags_for_certificate(CertificateArn=physical)["Tags"]),
    }
