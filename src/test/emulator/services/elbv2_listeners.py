"""Listeners: TLS ones can be modified, ports are taken once, and a target group belongs to one load balancer.

https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html
"""

from .errors import Refusal

SECURE = ("TLS", "HTTPS")


def install() -> None:
    from moto.elbv2.models import ELBv2Backend, FakeTargetGroup
    from moto.elbv2.responses import ELBV2Response

    original = ELBv2Backend.create_listener

    def create(self, load_balancer_arn, protocol, port, ssl_policy, certificate, actions, *args, **kwargs):
        _refuse_shared(self, load_balancer_arn, actions)
        balancer = self.load_balancers.get(load_balancer_arn)
        _refuse_taken(balancer, port, None)
        if protocol in SECURE and not certificate:
            raise Refusal("CertificateNotFound" if protocol == "HTTPS" else "ValidationError", f"A certificate must be specified for {protocol} listeners")
        policy = ssl_policy if protocol in SECURE else None
        return original(self, load_balancer_arn, protocol, port, policy, certificate, actions, *args, **kwargs)

    ELBv2Backend.create_listener = create
    ELBV2Response.modify_listener = _modify
    FakeTargetGroup.load_balancer_arns = property(_users, lambda self, value: None)
    _know_unused(FakeTargetGroup)


def groups(action: dict) -> list:
    """The target groups an action leads to."""
    forward = (action.get("ForwardConfig") or {}).get("TargetGroups") or []
    return [g["TargetGroupArn"] for g in forward] or ([action["TargetGroupArn"]] if action.get("TargetGroupArn") else [])


def _users(self) -> list:
    """The load balancers whose listeners lead to a target group (moto remembers those of the past, too)."""
    from moto.elbv2.models import elbv2_backends

    return using(elbv2_backends[self.account_id][self.region_name], self.arn)


def _know_unused(group_class) -> None:
    """"The target group is not used by any load balancer or the target is in an Availability Zone that is not enabled":
    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
    """
    original = group_class.health_for

    def health_for(self, target, ec2_backend):
        found = original(self, target, ec2_backend)
        if found.status == "healthy" and not _reached(self, target["Id"], ec2_backend):
            found.status, found.reason = "unused", "Target.NotInUse"
            found.description = "Target is in an Availability Zone that is not enabled for the load balancer"
        return found

    group_class.health_for = health_for


def _reached(group, target: str, ec2) -> bool:
    from moto.elbv2.models import elbv2_backends

    balancers = elbv2_backends[group.account_id][group.region_name].load_balancers
    zones = {s.availability_zone for arn in group.load_balancer_arns for s in balancers[arn].subnets}
    return _zone(ec2, target) in zones if target.startswith("i-") else bool(zones)


def _zone(ec2, instance: str) -> str:
    found = ec2.get_instance_by_id(instance)
    return ec2.get_subnet(found.subnet_id).availability_zone if found.subnet_id else found.placement


def using(backend, group: str) -> list:
    return [
        balancer.arn for balancer in list(backend.load_balancers.values())
        if any(group in groups(a.data) for listener in balancer.listeners.values() for rule in listener.rules.values() for a in rule.actions)
    ]


def _refuse_shared(backend, balancer: str, actions: list) -> None:
    for group in {g for action in actions or [] for g in groups(action)}:
        if set(using(backend, group)) - {balancer}:
            text = "The following target groups cannot be associated with more than one load balancer"
            raise Refusal("TargetGroupAssociationLimit", f"{text}: {group}")


def _refuse_taken(balancer, port, own) -> None:
    if balancer is not None and any(int(l.port) == int(port) and l is not own for l in balancer.listeners.values()):
        raise Refusal("DuplicateListener", "A listener already exists on this port for this load balancer")


def _modify(self):
    from moto.core.responses import ActionResult
    from moto.elbv2.models import FakeAction

    backend, arn = self.elbv2_backend, self._get_param("ListenerArn")
    listener = backend.describe_listeners(load_balancer_arn=None, listener_arns=[arn])[0]
    actions = self._get_param("DefaultActions") or []
    _refuse_shared(backend, listener.load_balancer_arn, actions)
    _refuse_taken(backend.load_balancers[listener.load_balancer_arn], self._get_param("Port") or listener.port, listener)
    listener.port = self._get_param("Port") or listener.port
    listener.protocol = self._get_param("Protocol") or listener.protocol
    listener.ssl_policy = (self._get_param("SslPolicy") or listener.ssl_policy) if listener.protocol in SECURE else None
    listener.alpn_policy = self._get_param("AlpnPolicy") or listener.alpn_policy
    certificates = [c["CertificateArn"] for c in self._get_param("Certificates") or []]
    if certificates:
        listener.certificate, listener.certificates = certificates[0], certificates
    if listener.protocol not in SECURE:
        listener.certificate, listener.certificates = None, []
    if actions:
        backend._validate_actions([FakeAction(a) for a in actions])
        listener.default_actions = [FakeAction(a) for a in actions]
        listener._default_rule[0].actions = listener.default_actions
    return ActionResult({"Listeners": [listener]})
