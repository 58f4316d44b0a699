"""Auto scaling: instances of a group with several subnets are spread over them (moto puts all into the first)."""


def install() -> None:
    from moto.autoscaling.models import FakeAutoScalingGroup

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
