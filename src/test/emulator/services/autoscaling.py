"""Auto scaling: instances are spread over a group's subnets (moto puts all into the first), target groups come and go."""

from .errors import Refusal


def install() -> None:
    from moto.autoscaling.models import AutoScalingBackend, FakeAutoScalingGroup

    AutoScalingBackend.detach_load_balancer_target_groups = _detach

    original = FakeAutoScalingGroup.replace_autoscaling_group_instances

    def replace(self, count_needed, propagated_tags):
        subnets = [s for s in (self.vpc_zone_identifier or "").split(",") if s]
        if len(subnets) < 2:
            return original(self, count_needed, propagated_tags)
        whole = self.vpc_zone_identifier
        try:
            for i in range(count_needed):
                self.vpc_zone_identifier = subnets[(len(self.instance_states)) % len(subnets)]
                original(self, 1, propagated_tags)
        finally:
            self.vpc_zone_identifier = whole

    FakeAutoScalingGroup.replace_autoscaling_group_instances = replace


def _detach(self, group_name: str, target_group_arns: list) -> None:
    """Also from target groups that are gone, or that an instance is in no more."""
    group = self.autoscaling_groups[group_name]
    if set(target_group_arns) - set(group.target_group_arns):
        raise Refusal("ValidationError", "Trying to remove Target Groups that are not part of the group")
    group.target_group_arns = [arn for arn in group.target_group_arns if arn not in target_group_arns]
    own = [state.instance.id for state in group.instance_states]
    for found in [self.elbv2_backend.target_groups[arn] for arn in target_group_arns if arn in self.elbv2_backend.target_groups]:
        found.deregister([{"Id": i} for i in own if i in found.targets])
