"""Addresses behind the DNS names that AWS services give out."""

import hashlib

from . import aws, interfaces


def addresses(name: str) -> list | None:
    """IPv4 addresses for a name of AWS's; None when nothing of that name exists."""
    for find in (_load_balancer, _database, _broker, _accelerator, _distribution):
        found = find(name)
        if found is not None:
            return found
    return None


def _regions(service: str):
    from moto.backends import get_backend

    for account, regions in list(get_backend(service).items()):
        for region in list(regions):
            yield region, account, regions[region]


# https://docs.aws.amazon.com/general/latest/gr/cf_region.html and .../global_accelerator.html
ZONES = {".cloudfront.net": "Z2FDTNDATAQYW2", ".awsglobalaccelerator.com": "Z2BJ6XQ5FK7U4H"}
GLOBAL = tuple(ZONES)


def hosted_zone(name: str) -> str | None:
    """The hosted zone that a name of AWS's lies in, as alias records have to name it."""
    found = load_balancer(name)
    if found is not None:
        return found[2].canonical_hosted_zone_id
    return next((zone for suffix, zone in ZONES.items() if name.endswith(suffix)), None)


def load_balancer(name: str) -> tuple | None:
    """(region, account, moto's load balancer) that a name, or the name of one of its zones, belongs to."""
    if ".elb." not in name:
        return None
    for region, account, backend in _regions("elbv2"):
        for balancer in list(backend.load_balancers.values()):
            whole = balancer.dns_name.lower()
            if name == whole or name.endswith("." + whole):
                return region, account, balancer
    return None


def _load_balancer(name: str) -> list | None:
    found = load_balancer(name)
    if found is None:
        return None
    region, account, balancer = found
    zone = name.removesuffix(balancer.dns_name.lower()).rstrip(".") or None
    subnets = [s for s in balancer.subnets if zone in (None, s.availability_zone)]
    if balancer.scheme == "internal":
        feet = {e.subnet.id: e.private_ip_address for e in interfaces.for_owner(region, account, f"elb:{balancer.arn}:")}
        return [feet[s.id] for s in subnets if s.id in feet] or None
    return [interfaces.public_address(balancer.arn, s.id) for s in subnets] or None


def _database(name: str) -> list | None:
    if ".rds." not in name:
        return None
    for region, account, backend in _regions("rds"):
        for db in list(backend.databases.values()):
            if str(db.address).lower() == name:
                found = interfaces.for_owner(region, account, f"rds:{db.db_instance_identifier}:")
                return [e.private_ip_address for e in found[:1]]
        for cluster in list(backend.clusters.values()):
            if name in (str(cluster.endpoint).lower(), str(cluster.reader_endpoint).lower()):
                return _members(region, account, cluster, name == str(cluster.endpoint).lower()) or [_private(name)]
    return None


def _members(region: str, account: str, cluster, writer: bool) -> list:
    """The writer's address, or those of the readers."""
    wanted = [m for m in cluster.members if bool(m.is_cluster_writer) == writer]
    found = [interfaces.for_owner(region, account, f"rds:{m.db_instance_identifier}:") for m in wanted]
    return [eni.private_ip_address for enis in found for eni in enis[:1]]


def _broker(name: str) -> list | None:
    if ".kafka." not in name:
        return None
    for region, account, backend in _regions("kafka"):
        for cluster in list(backend.clusters.values()):
            found = interfaces.for_owner(region, account, f"msk:{cluster.arn}:")
            for i, eni in enumerate(found, start=1):
                if name == broker_name(cluster, i, region):
                    return [eni.private_ip_address]
    return None


def _accelerator(name: str) -> list | None:
    if not name.endswith(".awsglobalaccelerator.com"):
        return None
    for _, _, backend in _regions("globalaccelerator"):
        for accelerator in list(backend.accelerators.values()):
            if accelerator["DnsName"] == name:
                return accelerator["IpSets"][0]["IpAddresses"]
    return None


def _distribution(name: str) -> list | None:
    if not name.endswith(".cloudfront.net"):
        return None
    for _, _, backend in _regions("cloudfront"):
        for distribution in list(backend.distributions.values()):
            if distribution.domain_name == name:
                return sorted(interfaces.public_address(name, str(edge)) for edge in range(4))
    return None


def _private(name: str) -> str:
    digest = hashlib.sha256(name.encode()).digest()
    return f"192.0.2.{1 + digest[0] % 254}"


def broker_name(cluster, number: int, region: str) -> str:
    """b-1.NAME.abc123.c2.kafka.REGION.amazonaws.com: https://docs.aws.amazon.com/msk/latest/developerguide/get-bootstrap-console.html"""
    mark = hashlib.sha256(cluster.arn.encode()).hexdigest()[:6]
    return f"b-{number}.{cluster.cluster_name.lower()}.{mark}.c2.kafka.{region}.{aws.url_suffix(region)}"
