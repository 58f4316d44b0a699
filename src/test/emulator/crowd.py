"""A crowded account: networks of others, and interfaces as a cluster's pods have them, without a request for each."""

from . import aws

PER_NETWORK = 50


def make(region: str, account: str, vpc: str, subnets: int, interfaces: int) -> dict:
    """Subnets in VPCs of others; interfaces in the largest subnets of the given VPC, one after the other."""
    ec2 = aws.backend("ec2", region, account)
    with aws.LOCK:
        for number in range(subnets):
            if number % PER_NETWORK == 0:
                other = ec2.create_vpc(f"10.{100 + number // PER_NETWORK}.0.0/16")
            zone = f"{region}{'abc'[number % 3]}"
            third = number % PER_NETWORK
            ec2.create_subnet(other.id, f"{other.cidr_block.rsplit('.', 2)[0]}.{third}.0/24", availability_zone=zone)
        own = _roomiest([s for zone in ec2.subnets.values() for s in zone.values() if s.vpc_id == vpc])
        for number in range(interfaces):
            eni = ec2.create_network_interface(own[number % len(own)].id, None, description=f"aws-K8S-i-{number:017x}")
            eni.status = "in-use"
    return {"vpc": vpc, "subnets": subnets, "interfaces": interfaces}


def _roomiest(subnets: list) -> list:
    """The private ones: nothing but load balancers has a place in the others, which are small."""
    shortest = min(s.cidr.prefixlen for s in subnets)
    return [s for s in subnets if s.cidr.prefixlen == shortest]
