"""What a Route 53 health checker would find: the endpoint's name leads to a load balancer, and that has healthy targets.

Nothing listens behind the emulator's addresses, so health comes from the target groups. A name of somebody else's counts as
healthy. The control API can make a check, or everything that leads to a name, fail.
"""

from botocore.exceptions import ClientError

from . import aws, dns_names

FAILING: set = set()  # ids of health checks, and names, that were told to fail


def healthy(check) -> bool:
    """https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html"""
    if check.disabled:
        return True
    name = (check.fqdn or check.ip_address or "").rstrip(".").lower()
    good = check.id not in FAILING and name not in FAILING and leads_to_health(name)
    return good != bool(check.inverted)


def leads_to_health(name: str) -> bool:
    found = dns_names.load_balancer(name)
    if found is None:
        return True
    region, account, balancer = found
    elb = aws.client("elbv2", region, account)
    try:
        groups = elb.describe_target_groups(LoadBalancerArn=balancer.arn)["TargetGroups"]
    except ClientError:
        return False
    return bool(groups) and all(_any_healthy(elb, g["TargetGroupArn"]) for g in groups)


def _any_healthy(elb, group: str) -> bool:
    found = elb.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
    return any(t["TargetHealth"]["State"] == "healthy" for t in found)
