"""EC2: refusals that moto does not make when something is still in use, and AWS's lists of addresses."""

from .. import interfaces
from . import endpoints, group_rules, nat_gateways

PAGE = 1000


def install() -> None:
    from moto.ec2.exceptions import DependencyViolationError
    from moto.ec2.models import EC2Backend

    _refuse_used_subnets(EC2Backend, DependencyViolationError)
    _refuse_used_gateways(EC2Backend, DependencyViolationError)
    _refuse_used_groups(EC2Backend, DependencyViolationError)
    _refuse_used_vpcs(EC2Backend, DependencyViolationError)
    _add_lists()
    _page_interfaces()
    group_rules.install()
    nat_gateways.install()
    endpoints.install()


def _page_interfaces() -> None:
    """moto answers with all interfaces at once; AWS with a thousand at most, whether or not somebody asks for fewer."""
    from moto.core.responses import ActionResult
    from moto.ec2.responses.elastic_network_interfaces import ElasticNetworkInterfaces

    original = ElasticNetworkInterfaces.describe_network_interfaces

    def describe(self) -> ActionResult:
        found = original(self).result["NetworkInterfaces"]
        start = int(self._get_param("NextToken") or 0)
        end = start + min(int(self._get_param("MaxResults") or PAGE), PAGE)
        return ActionResult({"NetworkInterfaces": found[start:end], "NextToken": str(end) if end < len(found) else None})

    ElasticNetworkInterfaces.describe_network_interfaces = describe


def _refuse_used_subnets(backend, error) -> None:
    original = backend.delete_subnet

    def delete_subnet(self, subnet_id):
        interfaces.reconcile(self)
        if any(eni.subnet.id == subnet_id for eni in self.enis.values()):
            raise error(f"The subnet '{subnet_id}' has dependencies and cannot be deleted.")
        return original(self, subnet_id)

    backend.delete_subnet = delete_subnet


def _refuse_used_gateways(backend, error) -> None:
    """"Network vpc-... has some mapped public address(es)": a gateway cannot leave while addresses need it."""
    original = backend.detach_internet_gateway

    def detach(self, internet_gateway_id, vpc_id):
        interfaces.reconcile(self)
        mapped = any(eni.public_ip and eni.subnet.vpc_id == vpc_id for eni in self.enis.values())
        spanning = any(n.vpc_id == vpc_id and n.state not in nat_gateways.ENDED for n in self.nat_gateways.values())
        if mapped or spanning:
            raise error(f"Network {vpc_id} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.")
        return original(self, internet_gateway_id, vpc_id)

    backend.detach_internet_gateway = detach


def _refuse_used_groups(backend, error) -> None:
    """A group stays while an interface wears it or a rule of another group names it."""
    original = backend._delete_security_group

    def delete(self, vpc_id, group_id):
        interfaces.reconcile(self)
        worn = any(group.id == group_id for eni in self.enis.values() for group in eni.group_set)
        if worn or group_id in _named_by_others(self, group_id):
            raise error(f"resource {group_id} has a dependent object")
        return original(self, vpc_id, group_id)

    backend._delete_security_group = delete


def _named_by_others(ec2, group_id: str) -> set:
    others = [g for groups in ec2.groups.values() for g in groups.values() if g.id != group_id]
    return {rule.source_group.get("GroupId") for g in others for rule in g.ingress_rules + g.egress_rules if rule.source_group}


def _refuse_used_vpcs(backend, error) -> None:
    original = backend.delete_vpc

    def delete_vpc(self, vpc_id):
        interfaces.reconcile(self)
        gateways = self.describe_internet_gateways(filters={"attachment.vpc-id": [vpc_id]})
        groups = [g for g in self.groups.get(vpc_id, {}).values() if g.name != "default"]
        nat = [n for n in self.nat_gateways.values() if n.vpc_id == vpc_id and n.state not in nat_gateways.ENDED]
        ends = [e for e in self.vpc_end_points.values() if e.vpc_id == vpc_id and e.state != "deleted"]
        if gateways or groups or nat or ends:
            raise error(f"The vpc '{vpc_id}' has dependencies and cannot be deleted.")
        return original(self, vpc_id)

    backend.delete_vpc = delete_vpc


def _add_lists() -> None:
    from moto.ec2.models.managed_prefixes import ManagedPrefixListBackend

    original = ManagedPrefixListBackend.create_default_pls

    def create(self):
        original(self)
        entries = [{"Cidr": "15.177.0.0/18", "Description": "default"}]
        self._create_aws_managed_prefix_list(f"com.amazonaws.{self.region_name}.route53-healthchecks", "IPv4", entries)

    ManagedPrefixListBackend.create_default_pls = create
