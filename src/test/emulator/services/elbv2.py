"""Load balancers: names, ARNs and zones in Route 53 as AWS has them; subnets that come and go; deletion protection."""

from .. import aws
from . import elbv2_listeners
from .errors import Refusal

# "Network Load Balancer" per region: https://docs.aws.amazon.com/general/latest/gr/elb.html
NETWORK_ZONES = {
    "eu-central-1": "Z3F0SRJ5LGBH90", "eu-west-1": "Z2IFOLAFXWLO4F", "eu-north-1": "Z1UDT6IFJ4EJM", "us-east-1": "Z26RNL4JYFTOTI",
    "us-east-2": "ZLMOA37VPKANP", "us-west-2": "Z18D5FSROUN65G",
}


def install() -> None:
    from moto.elbv2.models import ELBv2Backend

    _create_as_aws(ELBv2Backend)
    _refuse_protected(ELBv2Backend)
    _refuse_late_groups(ELBv2Backend)
    ELBv2Backend.set_subnets = _set_subnets
    elbv2_listeners.install()


def _create_as_aws(backend) -> None:
    original = backend.create_load_balancer

    def create(self, name, *args, **kwargs):
        if any(lb.name == name for lb in self.load_balancers.values()):
            raise Refusal("DuplicateLoadBalancerName", f"A load balancer with the same name '{name}' exists, but with different settings")
        balancer = original(self, name, *args, **kwargs)
        if balancer.type == "network":
            _rename(self, balancer)
        return balancer

    backend.create_load_balancer = create


def _rename(backend, balancer) -> None:
    """ARN, DNS name and hosted zone of a network load balancer; moto gives it those of an application load balancer."""
    tags = backend.tagging_service.get_tag_dict_for_resource(balancer.arn)
    del backend.load_balancers[balancer.arn]
    balancer.arn = balancer.arn.replace(":loadbalancer/app/", ":loadbalancer/net/")
    ident = balancer.arn.rsplit("/", 1)[1]
    balancer.dns_name = f"{balancer.name}-{ident}.elb.{backend.region_name}.{aws.url_suffix(backend.region_name)}"
    balancer.canonical_hosted_zone_id = NETWORK_ZONES.get(backend.region_name, "Z3F0SRJ5LGBH90")
    backend.load_balancers[balancer.arn] = balancer
    backend.tagging_service.tag_resource(balancer.arn, [{"Key": k, "Value": v} for k, v in tags.items()])


def _refuse_protected(backend) -> None:
    original = backend.delete_load_balancer

    def delete(self, arn):
        balancer = self.load_balancers.get(arn)
        if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
            raise Refusal("OperationNotPermitted", f"Load balancer '{arn}' cannot be deleted because deletion protection is enabled")
        return original(self, arn)

    backend.delete_load_balancer = delete


def _refuse_late_groups(backend) -> None:
    """https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html"""
    original = backend.set_security_groups

    def set_groups(self, arn, sec_groups):
        balancer = self.load_balancers.get(arn)
        if balancer is not None and balancer.type == "network" and not balancer.security_groups:
            raise Refusal("InvalidConfigurationRequest", "Security groups cannot be associated with a Network Load Balancer that was created without them")
        return original(self, arn, sec_groups)

    backend.set_security_groups = set_groups


def _set_subnets(self, arn: str, subnets: list, subnet_mappings: list) -> list:
    """A network load balancer may stand in one zone and may gain and lose zones."""
    from moto.elbv2.exceptions import LoadBalancerNotFoundError
    from moto.elbv2.models import AvailabilityZone

    balancer = self.load_balancers.get(arn)
    if balancer is None:
        raise LoadBalancerNotFoundError()
    found = [self.ec2_backend.get_subnet(s) for s in [*(subnets or []), *(m["SubnetId"] for m in subnet_mappings or [])]]
    if len({s.availability_zone for s in found}) < len(found):
        raise Refusal("InvalidConfigurationRequest", "A load balancer cannot be attached to multiple subnets in the same Availability Zone")
    if balancer.type == "application" and len(found) < 2:
        raise Refusal("ValidationError", "At least two subnets in two different Availability Zones must be specified")
    balancer.subnets = found
    return [AvailabilityZone(s) for s in found]
