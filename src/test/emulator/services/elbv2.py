"""Load balancers: their zone in Route 53, ready only when their time has passed."""

# "Network Load Balancer" per region: https://docs.aws.amazon.com/general/latest/gr/elb.html
NETWORK_ZONES = {
    "eu-central-1": "Z3F0SRJ5LGBH90", "eu-west-1": "Z2IFOLAFXWLO4F", "eu-north-1": "Z1UDT6IFJ4EJM", "us-east-1": "Z26RNL4JYFTOTI",
    "us-east-2": "ZLMOA37VPKANP", "us-west-2": "Z18D5FSROUN65G",
}


def install() -> None:
    from moto.elbv2.models import ELBv2Backend

    original = ELBv2Backend.create_load_balancer

    def create(self, *args, **kwargs):
        balancer = original(self, *args, **kwargs)
        if balancer.type == "network":
            balancer.canonical_hosted_zone_id = NETWORK_ZONES.get(self.region_name, "Z3F0SRJ5LGBH90")
        return balancer

    ELBv2Backend.create_load_balancer = create
