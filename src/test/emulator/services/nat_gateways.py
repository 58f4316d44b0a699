"""NAT gateways over several zones, and addresses that come free again when a gateway goes.

https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
"""

from moto.core.responses import ActionResult
from moto.core.utils import iso_8601_datetime_with_milliseconds, utcnow
from moto.ec2.exceptions import InvalidParameterCombination
from moto.ec2.models.core import TaggedEC2Resource
from moto.ec2.utils import add_tag_specification, random_nat_gateway_id

from .errors import Refusal

ENDED = ("deleted", "failed")


class RegionalNatGateway(TaggedEC2Resource):
    """Stands in no subnet and has no interface there; has a route table of its own that leads to the internet gateway.

    Without zones given it follows the VPC's subnets and takes an address of its own in each of their zones.
    """

    availability_mode, connectivity_type, subnet_id, _eni, private_ip = "regional", "public", None, None, None

    def __init__(self, backend, vpc_id: str, zones: dict | None, tags: dict):
        self.ec2_backend, self.vpc_id, self.id, self.state = backend, vpc_id, random_nat_gateway_id(), "available"
        self.zones, self._created_at, self.own = None if zones is None else {}, utcnow(), {}
        for zone, allocations in (zones or {}).items():
            for allocation in allocations:
                self.associate(zone, allocation)
        self.auto_provision_zones = self.auto_scaling_ips = "enabled" if zones is None else "disabled"
        self.add_tags(tags)
        self.route_table_id = self._route_table()

    def _route_table(self) -> str:
        table = self.ec2_backend.create_route_table(self.vpc_id)
        for gateway in self.ec2_backend.describe_internet_gateways(filters={"attachment.vpc-id": [self.vpc_id]}):
            self.ec2_backend.create_route(table.id, "0.0.0.0/0", gateway_id=gateway.id)
        return table.id

    @property
    def create_time(self) -> str:
        return iso_8601_datetime_with_milliseconds(self._created_at)

    def associate(self, zone: str, allocation: str) -> None:
        address = self.ec2_backend.address_by_allocation([allocation])[0]
        if address.association_id:
            raise Refusal("Resource.AlreadyAssociated", f"Elastic IP address [{allocation}] is already associated")
        address.association_id = "eipassoc-" + allocation.removeprefix("eipalloc-")
        self.zones.setdefault(zone, []).append(allocation)

    def disassociate(self, allocation: str) -> None:
        self.ec2_backend.address_by_allocation([allocation])[0].association_id = None
        self.zones = {z: [a for a in kept if a != allocation] for z, kept in self.zones.items()}
        self.zones = {z: kept for z, kept in self.zones.items() if kept}

    def _present(self) -> dict:
        """The addresses of each zone; AWS's own ones are brought in step with the subnets."""
        if self.zones is not None or self.state in ENDED:
            return self.zones or {}
        wanted = {s.availability_zone for zone in self.ec2_backend.subnets.values() for s in zone.values() if s.vpc_id == self.vpc_id}
        for zone in sorted(wanted - set(self.own)):
            address = self.ec2_backend.allocate_address("vpc")
            address.service_managed = "rnat"
            self.own[zone] = address.allocation_id
        for zone in set(self.own) - wanted:
            self.ec2_backend.release_address(allocation_id=self.own.pop(zone))
        return {zone: [allocation] for zone, allocation in self.own.items()}

    @property
    def nat_gateway_addresses(self) -> list:
        ids = {z.name: z.zone_id for z in self.ec2_backend.describe_availability_zones()}
        return [
            {
                "AllocationId": allocation, "PublicIp": self.ec2_backend.address_by_allocation([allocation])[0].public_ip,
                "AssociationId": "eipassoc-" + allocation.removeprefix("eipalloc-"), "AvailabilityZone": zone,
                "AvailabilityZoneId": ids.get(zone), "Status": "succeeded", "IsPrimary": False,
            }
            for zone, allocations in sorted(self._present().items()) for allocation in allocations
        ]

    def end(self) -> None:
        for allocation in self.own.values():
            self.ec2_backend.release_address(allocation_id=allocation)
        for allocation in [a for allocations in (self.zones or {}).values() for a in allocations]:
            self.disassociate(allocation)
        self.own, self.zones, self.state = {}, {}, "deleted"
        self.ec2_backend.route_tables.pop(self.route_table_id, None)


def install() -> None:
    from moto.ec2.models import EC2Backend
    from moto.ec2.models.nat_gateways import NatGateway, NatGatewayBackend
    from moto.ec2.responses import EC2Response

    NatGateway.availability_mode = "zonal"
    _create_regional(EC2Response)
    EC2Response.associate_nat_gateway_address = _associate
    EC2Response.disassociate_nat_gateway_address = _disassociate
    _release_addresses(NatGatewayBackend)
    _refuse_used_addresses(EC2Backend)


def _create_regional(responses) -> None:
    original = responses.create_nat_gateway

    def create(self):
        if self._get_param("AvailabilityMode") != "regional":
            return original(self)
        if self._get_param("SubnetId") or self._get_param("AllocationId"):
            raise InvalidParameterCombination("SubnetId and AllocationId cannot be specified when AvailabilityMode is regional")
        vpc = self.ec2_backend.get_vpc(self._get_param("VpcId")).id
        given = self._get_param("AvailabilityZoneAddresses") or None
        zones = {a["AvailabilityZone"]: list(a["AllocationIds"]) for a in given} if given else None
        tags = add_tag_specification(self._get_param("TagSpecifications", []))
        made = RegionalNatGateway(self.ec2_backend, vpc, zones, tags)
        self.ec2_backend.nat_gateways[made.id] = made
        return ActionResult({"NatGateway": made})

    responses.create_nat_gateway = create


def _associate(self) -> ActionResult:
    gateway = self.ec2_backend.nat_gateways[self._get_param("NatGatewayId")]
    for allocation in self._get_param("AllocationIds"):
        gateway.associate(self._get_param("AvailabilityZone"), allocation)
    return ActionResult({"NatGatewayId": gateway.id, "NatGatewayAddresses": gateway.nat_gateway_addresses})


def _disassociate(self) -> ActionResult:
    gateway = self.ec2_backend.nat_gateways[self._get_param("NatGatewayId")]
    for association in self._get_param("AssociationIds"):
        gateway.disassociate("eipalloc-" + association.removeprefix("eipassoc-"))
    return ActionResult({"NatGatewayId": gateway.id, "NatGatewayAddresses": gateway.nat_gateway_addresses})


def _refuse_used_addresses(backend) -> None:
    original = backend.release_address

    def release(self, address=None, allocation_id=None):
        found = self.address_by_ip([address]) if address else self.address_by_allocation([allocation_id])
        if any(a.association_id and a.eni is None and a.instance is None for a in found):
            raise Refusal("InvalidIPAddress.InUse", f"Address {found[0].public_ip} is in use.")
        return original(self, address, allocation_id)

    backend.release_address = release


def _release_addresses(backend) -> None:
    original = backend.delete_nat_gateway

    def delete(self, nat_gateway_id):
        if isinstance(self.nat_gateways.get(nat_gateway_id), RegionalNatGateway):
            self.nat_gateways[nat_gateway_id].end()
            return self.nat_gateways[nat_gateway_id]
        gateway = original(self, nat_gateway_id)
        for address in list(self.addresses):
            if address.eni is not None and address.eni is gateway._eni:
                self.disassociate_address(association_id=address.association_id)
        self.enis.pop(gateway._eni.id, None)
        return gateway

    backend.delete_nat_gateway = delete

