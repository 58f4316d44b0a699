"""The endpoints behind an accelerator: what is refused, how healthy they are, and the network interfaces they bring along."""

from botocore.exceptions import ClientError

from .. import aws
from .errors import Refusal

# member -> default: https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateEndpointGroup.html
DEFAULTS = {
    "TrafficDialPercentage": 100.0, "HealthCheckProtocol": "TCP", "HealthCheckPath": None, "HealthCheckIntervalSeconds": 30,
    "ThresholdCount": 3, "PortOverrides": [],
}
GROUP = "GlobalAccelerator"


def settings(given, listener: dict, present: dict) -> dict:
    """An endpoint group's own settings: what was given, else what is there, else the default."""
    result = {m: given(m) if given(m) is not None else present.get(m, default) for m, default in DEFAULTS.items()}
    port = given("HealthCheckPort") or present.get("HealthCheckPort") or listener["PortRanges"][0]["FromPort"]
    return {k: v for k, v in (result | {"HealthCheckPort": port}).items() if v is not None}


def _invalid(message: str) -> Refusal:
    return Refusal("InvalidArgumentException", message)


def checked(region: str, account: str, given: dict) -> dict:
    """An endpoint as it is kept; refused where AWS refuses it."""
    ident = given["EndpointId"]
    weight = given.get("Weight")
    result = {"EndpointId": ident, "Weight": 128 if weight is None else int(weight)}
    if not 0 <= result["Weight"] <= 255:
        raise _invalid("The weight of an endpoint must be between 0 and 255")
    if ":loadbalancer/" in ident:
        result["ClientIPPreservationEnabled"] = _preserves(region, account, ident, given.get("ClientIPPreservationEnabled"))
    return result


def _balancer(region: str, account: str, arn: str):
    elb = aws.client("elbv2", region, account)
    try:
        return elb, elb.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"][0]
    except (ClientError, IndexError):
        raise _invalid(f"'{arn}' is not a valid load balancer ARN") from None


def _preserves(region: str, account: str, arn: str, wanted: bool | None) -> bool:
    """https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html"""
    elb, balancer = _balancer(region, account, arn)
    if balancer["Type"] == "application":
        return wanted is not False
    if wanted:
        if not balancer.get("SecurityGroups"):
            raise _invalid(f"ClientIPPreservation is not supported for network load balancers without security groups: {arn}")
        if any(listener["Protocol"] == "TLS" for listener in elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]):
            raise _invalid(f"ClientIPPreservation is not supported for network load balancers with TLS listeners: {arn}")
    elif balancer["Scheme"] == "internal":
        raise _invalid(f"ClientIPPreservation must be enabled for internal facing network load balancer: {arn}")
    return bool(wanted)


def health(region: str, account: str, ident: str, starting: bool) -> str:
    """A load balancer is healthy while each of its target groups has a healthy target."""
    if starting:
        return "INITIAL"
    elb = aws.client("elbv2", region, account)
    try:
        groups = elb.describe_target_groups(LoadBalancerArn=ident)["TargetGroups"]
        return "HEALTHY" if groups and all(_has_healthy(elb, g["TargetGroupArn"]) for g in groups) else "UNHEALTHY"
    except ClientError:
        return "UNHEALTHY"


def _has_healthy(elb, group: str) -> bool:
    found = elb.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
    return any(t["TargetHealth"]["State"] == "healthy" for t in found)


def preserving(region: str, account: str) -> list:
    """The load balancers of a region that preserve client addresses behind an enabled accelerator, in order of ARN."""
    from .accelerators import of

    found = of(region, account)
    return sorted({
        e["EndpointId"]
        for arn, group in found.groups.items() if group["EndpointGroupRegion"] == region
        for e in group["endpoints"]
        if e.get("ClientIPPreservationEnabled") and found.accelerators[arn.split("/listener/")[0]]["Enabled"]
    })


def security_group(ec2, vpc: str) -> str:
    """The group that Global Accelerator makes once in a VPC for its interfaces, and leaves there.

    Name and tag: https://docs.aws.amazon.com/global-accelerator/latest/dg/best-practices-aga.html
    """
    for group in ec2.groups.get(vpc, {}).values():
        if group.name == GROUP:
            return group.id
    made = ec2.create_security_group(GROUP, "AWS created security group for Global Accelerator", vpc)
    ec2.create_tags([made.id], {"AWSServiceName": GROUP})
    return made.id
