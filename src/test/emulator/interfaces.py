"""Network interfaces as AWS services make them, kept in step with what owns them.

The set of interfaces that ought to exist is worked out from moto's back ends and compared with what is there, whenever
somebody looks. So an interface appears and goes with its owner, whoever made or changed the owner. Descriptions and
requesters follow what DescribeNetworkInterfaces shows in AWS:
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
"""

import hashlib
from dataclasses import dataclass, field

from . import aws


@dataclass
class Wanted:
    key: str
    subnet: str
    description: str
    requester: str
    kind: str = "interface"
    groups: list = field(default_factory=list)
    public_ip: str | None = None
    private_ip: str | None = None


def install() -> None:
    from moto.ec2.models.elastic_network_interfaces import NetworkInterfaceBackend

    original = NetworkInterfaceBackend.get_all_network_interfaces

    def get_all(self, *args, **kwargs):
        reconcile(self)
        return original(self, *args, **kwargs)

    NetworkInterfaceBackend.get_all_network_interfaces = get_all


def public_address(owner: str, subnet: str) -> str:
    """A stable address of TEST-NET-2 or TEST-NET-3 for one foot of a load balancer."""
    digest = hashlib.sha256(f"{owner}|{subnet}".encode()).digest()
    return f"{'198.51.100' if digest[0] % 2 else '203.0.113'}.{1 + digest[1] % 254}"


def reconcile(ec2) -> None:
    """Bring the service-owned interfaces of one region in step with their owners."""
    region, account = ec2.region_name, ec2.account_id
    with aws.LOCK:
        wanted = {w.key: w for w in _wanted(region, account)}
        present = {eni.ess_owner: eni for eni in list(ec2.enis.values()) if getattr(eni, "ess_owner", None)}
        for key, eni in present.items():
            if key not in wanted or eni.subnet.id != wanted[key].subnet:
                ec2.enis.pop(eni.id, None)
        for key, want in wanted.items():
            eni = ec2.enis.get(getattr(present.get(key), "id", None)) or _make(ec2, want)
            if eni is not None:
                _dress(eni, want)
        _dress_nat_gateways(ec2)
        _number_endpoints(ec2)
        _drop_those_of_terminated_instances(ec2)


def for_owner(region: str, account: str, prefix: str) -> list:
    """The interfaces of one owner, in the order of their keys."""
    ec2 = aws.backend("ec2", region, account)
    reconcile(ec2)
    found = [e for e in ec2.enis.values() if (getattr(e, "ess_owner", None) or "").startswith(prefix)]
    return sorted(found, key=lambda e: e.ess_owner)


def _make(ec2, want: Wanted):
    known = {s for zone in ec2.subnets.values() for s in zone}
    if want.subnet not in known:
        return None
    groups = [g for g in want.groups if ec2.get_security_group_from_id(g)]
    eni = ec2.create_network_interface(want.subnet, want.private_ip, group_ids=groups or None)
    eni.ess_owner = want.key
    return eni


def _dress(eni, want: Wanted) -> None:
    eni.description, eni.interface_type, eni.requester_id = want.description, want.kind, want.requester
    eni.requester_managed, eni.status, eni.public_ip = True, "in-use", want.public_ip
    if want.groups:
        eni._group_set = [g for g in map(eni.ec2_backend.get_security_group_from_id, want.groups) if g]


def _wanted(region: str, account: str):
    yield from _load_balancers(region, account)
    yield from _databases(region, account)
    yield from _brokers(region, account)
    yield from _clusters(region, account)
    yield from _accelerators(region, account)
    yield from _endpoints(region, account)


def _load_balancers(region: str, account: str):
    for lb in aws.backend("elbv2", region, account).load_balancers.values():
        short = {"network": "net", "application": "app", "gateway": "gwy"}[lb.type]
        for subnet in lb.subnets:
            yield Wanted(
                f"elb:{lb.arn}:{subnet.id}", subnet.id, f"ELB {short}/{lb.name}/{lb.arn.rsplit('/', 1)[-1]}", "amazon-elb",
                "network_load_balancer" if lb.type == "network" else "interface", list(lb.security_groups or []),
                public_address(lb.arn, subnet.id) if lb.scheme == "internet-facing" else None,
            )


def _databases(region: str, account: str):
    rds = aws.backend("rds", region, account)
    for db in rds.databases.values():
        groups = list(getattr(db, "vpc_security_group_ids", None) or [])
        for i, subnet in enumerate(database_subnets(rds, db)):
            yield Wanted(f"rds:{db.db_instance_identifier}:{i}", subnet.id, "RDSNetworkInterface", "amazon-rds", groups=groups)


def database_subnets(rds, db) -> list:
    """The subnets a database stands in: its own zone first, then that of its standby."""
    group = getattr(db, "db_subnet_group", None)
    subnets = sorted(group._subnets, key=_zone) if group else []
    first = [s for s in subnets if _zone(s) == db.availability_zone] or subnets[:1]
    others = [s for s in subnets if s not in first[:1]]
    return first[:1] + (others[:1] if db.multi_az and not db.db_cluster_identifier else [])


def _zone(subnet) -> str:
    return subnet.availability_zone


def _brokers(region: str, account: str):
    for cluster in aws.backend("kafka", region, account).clusters.values():
        info = cluster.broker_node_group_info or {}
        for broker, subnet in enumerate(broker_subnets(cluster), start=1):
            description = f"DO NOT DELETE - Amazon MSK network interface for cluster {cluster.arn}"
            yield Wanted(f"msk:{cluster.arn}:{broker:03}", subnet, description, "amazon-msk", groups=info.get("SecurityGroups", []))


def broker_subnets(cluster) -> list:
    """One subnet per broker, spread evenly: https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html"""
    subnets = (cluster.broker_node_group_info or {}).get("ClientSubnets") or []
    if cluster.state == "DELETING" or not subnets:
        return []
    return [subnets[i % len(subnets)] for i in range(int(cluster.number_of_broker_nodes or 0))]


def _clusters(region: str, account: str):
    # "Amazon EKS creates 2-4 elastic network interfaces in these subnets":
    # https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
    for cluster in aws.backend("eks", region, account).clusters.values():
        config = cluster.resources_vpc_config or {}
        for i, subnet in enumerate((config.get("subnetIds") or [])[:4][:2]):
            groups = list(config.get("securityGroupIds") or [])
            yield Wanted(f"eks:{cluster.name}:{i}", subnet, f"Amazon EKS {cluster.name}", "amazon-eks", groups=groups)


def _accelerators(region: str, account: str):
    # "one elastic network interface for each subnet" of the load balancers whose clients' addresses it preserves:
    # https://docs.aws.amazon.com/global-accelerator/latest/dg/best-practices-aga.html
    from .services import accelerator_endpoints

    balancers = aws.backend("elbv2", region, account).load_balancers
    ec2 = aws.backend("ec2", region, account)
    for arn in accelerator_endpoints.preserving(region, account):
        for subnet in balancers[arn].subnets if arn in balancers else ():
            group = accelerator_endpoints.security_group(ec2, subnet.vpc_id)
            description = "GlobalAccelerator managed network interface"
            yield Wanted(f"aga:{subnet.id}", subnet.id, description, "amazon-aga", "global_accelerator_managed", [group])


def _dress_nat_gateways(ec2) -> None:
    for nat in ec2.nat_gateways.values():
        eni = getattr(nat, "_eni", None)
        if eni is None:
            continue
        if nat.state == "deleted":
            ec2.enis.pop(eni.id, None)
            continue
        want = Wanted("", nat.subnet_id, f"Interface for NAT Gateway {nat.id}", "amazon-nat", "nat_gateway")
        want.public_ip = eni.public_ip
        _dress(eni, want)


def _endpoints(region: str, account: str):
    for endpoint in aws.backend("ec2", region, account).vpc_end_points.values():
        if (endpoint.vpc_endpoint_type or "").lower() == "interface" and endpoint.state != "deleted":
            for subnet in endpoint.subnet_ids or []:
                description = f"VPC Endpoint Interface {endpoint.id}"
                yield Wanted(f"vpce:{endpoint.id}:{subnet}", subnet, description, "amazon-vpce", "vpc_endpoint", endpoint.security_group_ids)


def _number_endpoints(ec2) -> None:
    """Tell each interface endpoint its interfaces."""
    found: dict[str, list] = {}
    for eni in ec2.enis.values():
        owner = getattr(eni, "ess_owner", None) or ""
        if owner.startswith("vpce:"):
            found.setdefault(owner.split(":")[1], []).append(eni.id)
    for endpoint in ec2.vpc_end_points.values():
        endpoint.network_interface_ids = found.get(endpoint.id, [])


def _drop_those_of_terminated_instances(ec2) -> None:
    """moto keeps the interfaces of an instance that is gone."""
    for eni in list(ec2.enis.values()):
        if eni.instance is not None and eni.instance.state == "terminated":
            ec2.enis.pop(eni.id, None)
