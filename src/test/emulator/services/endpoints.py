"""Interface endpoints: one foot in each subnet, wherever the subnets come from, and the refusals of private DNS.

https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
"""

from .. import interfaces
from .errors import Refusal


def install() -> None:
    from moto.ec2.models.vpcs import VPCBackend
    from moto.ec2.responses import EC2Response

    original = VPCBackend.create_vpc_endpoint

    def create(self, *args, **kwargs):
        inside = (kwargs.get("endpoint_type") or "").lower() == "interface"
        if inside:
            _refuse(self, kwargs)
        made = original(self, *args, **kwargs)
        if inside:
            for eni in made.network_interface_ids:  # moto's; ours follow the subnets
                self.enis.pop(eni, None)
            interfaces.reconcile(self)
        return made

    VPCBackend.create_vpc_endpoint = create
    _look_first(VPCBackend)
    _switch_private_dns(EC2Response)


def _refuse(ec2, asked: dict) -> None:
    zones = [ec2.get_subnet(s).availability_zone for s in asked.get("subnet_ids") or []]
    if len(set(zones)) < len(zones):
        raise Refusal("DuplicateSubnetsInSameZone", "Found another VPC endpoint subnet in the availability zone.")
    if asked.get("private_dns_enabled"):
        _refuse_private_dns(ec2, asked["vpc_id"], asked["service_name"])


def _refuse_private_dns(ec2, vpc_id: str, service: str) -> None:
    vpc = ec2.get_vpc(vpc_id)
    if not all(str(flag).lower() == "true" for flag in (vpc.enable_dns_support, vpc.enable_dns_hostnames)):
        text = "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true"
        raise Refusal("InvalidParameter", f"{text} for {vpc_id}")
    same = [e for e in ec2.vpc_end_points.values() if (e.vpc_id, e.service_name) == (vpc_id, service) and e.state != "deleted"]
    if any(e.private_dns_enabled and e.vpc_endpoint_type == "Interface" for e in same):
        text = "private-dns-enabled cannot be set because there is already a conflicting DNS domain for"
        raise Refusal("InvalidParameter", f"{text} {service} in the VPC {vpc_id}")


def _look_first(backend) -> None:
    """The interfaces of an endpoint follow its subnets."""
    original = backend.describe_vpc_endpoints

    def describe(self, *args, **kwargs):
        interfaces.reconcile(self)
        return original(self, *args, **kwargs)

    backend.describe_vpc_endpoints = describe


def _switch_private_dns(responses) -> None:
    original = responses.modify_vpc_endpoint

    def modify(self):
        result = original(self)
        wanted = self._get_param("PrivateDnsEnabled")
        if wanted is not None:
            self.ec2_backend.vpc_end_points[self._get_param("VpcEndpointId")].private_dns_enabled = wanted in (True, "true")
        return result

    responses.modify_vpc_endpoint = modify
