"""EC2: refusals that moto does not make when something is still in use, and what it leaves behind."""

from .. import interfaces


def install() -> None:
    from moto.ec2.exceptions import DependencyViolationError
    from moto.ec2.models.internet_gateways import InternetGatewayBackend
    from moto.ec2.models.nat_gateways import NatGatewayBackend
    from moto.ec2.models.subnets import SubnetBackend

    _refuse_used_subnets(SubnetBackend, DependencyViolationError)
    _refuse_used_gateways(InternetGatewayBackend, DependencyViolationError)
    _release_addresses(NatGatewayBackend)


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
        if any(eni.public_ip and eni.subnet.vpc_id == vpc_id for eni in self.enis.values()):
            raise error(f"Network {vpc_id} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.")
        return original(self, internet_gateway_id, vpc_id)

    backend.detach_internet_gateway = detach


def _release_addresses(backend) -> None:
    original = backend.delete_nat_gateway

    def delete(self, nat_gateway_id):
        gateway = original(self, nat_gateway_id)
        for address in list(self.addresses):
            if address.eni is not None and address.eni is gateway._eni:
                self.disassociate_address(association_id=address.association_id)
        self.enis.pop(gateway._eni.id, None)
        return gateway

    backend.delete_nat_gateway = delete
