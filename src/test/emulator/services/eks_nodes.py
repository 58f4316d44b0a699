"""The auto scaling group and the EC2 instances behind a managed node group.

Tags are those EKS puts on them: https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
"""

from .. import aws


class NodeGroups:
    """The auto scaling group and the instances behind a managed node group."""

    def __init__(self, region: str, account: str):
        self.ec2, self.scaling = (aws.client(s, region, account) for s in ("ec2", "autoscaling"))
        self.backend = aws.backend("ec2", region, account)
        self.groups = aws.backend("autoscaling", region, account).autoscaling_groups

    @staticmethod
    def name(group) -> str:
        return group.resources["autoScalingGroups"][0]["name"]

    def start(self, group) -> None:
        group.resources = {"autoScalingGroups": [{"name": f"eks-{group.nodegroup_name}-{group.uuid}"}]}
        config = group.scaling_config
        tags = {
            **(group.tags or {}), "eks:cluster-name": group.cluster_name, "eks:nodegroup-name": group.nodegroup_name,
            f"kubernetes.io/cluster/{group.cluster_name}": "owned",
        }
        self.scaling.create_auto_scaling_group(
            AutoScalingGroupName=self.name(group), MinSize=config["minSize"], MaxSize=config["maxSize"],
            DesiredCapacity=config["desiredSize"], VPCZoneIdentifier=",".join(group.subnets),
            LaunchTemplate=self._made_template(group),
            Tags=[{"Key": k, "Value": v, "PropagateAtLaunch": True} for k, v in tags.items()],
        )

    def _made_template(self, group) -> dict:
        """EKS launches from a copy of the launch template with its own image and type in it."""
        made = self.ec2.create_launch_template(LaunchTemplateName=f"eks-{group.uuid}", LaunchTemplateData=self._data(group))
        return {"LaunchTemplateId": made["LaunchTemplate"]["LaunchTemplateId"], "Version": "1"}

    def _data(self, group) -> dict:
        data = {}
        given = group.launch_template or {}
        if given:
            version = str(given.get("version") or "$Default")
            source = {"LaunchTemplateId": given["id"]} if given.get("id") else {"LaunchTemplateName": given["name"]}
            data = self.ec2.describe_launch_template_versions(**source, Versions=[version])["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        image = next(iter(self.backend.amis))  # listing the images through the API takes a second
        return {"ImageId": image, "InstanceType": (group.instance_types or ["t3.medium"])[0]} | {
            k: v for k, v in data.items() if k in ("ImageId", "InstanceType", "SecurityGroupIds", "MetadataOptions", "TagSpecifications")
        }

    def exchange(self, group) -> None:
        """Every node goes, and another of the new version comes in its place; the group stays behind its target groups.

        https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
        """
        name = f"eks-{group.uuid}"
        made = self.ec2.create_launch_template_version(LaunchTemplateName=name, LaunchTemplateData=self._data(group))
        version = str(made["LaunchTemplateVersion"]["VersionNumber"])
        self.scaling.update_auto_scaling_group(
            AutoScalingGroupName=self.name(group), LaunchTemplate={"LaunchTemplateName": name, "Version": version}
        )
        for node in list(self.groups[self.name(group)].instance_states):
            self.scaling.terminate_instance_in_auto_scaling_group(
                InstanceId=node.instance.id, ShouldDecrementDesiredCapacity=False
            )

    def scale(self, group) -> None:
        config = group.scaling_config
        self.scaling.update_auto_scaling_group(
            AutoScalingGroupName=self.name(group), MinSize=config["minSize"], MaxSize=config["maxSize"], DesiredCapacity=config["desiredSize"]
        )

    def stop(self, group) -> None:
        """moto takes instances out of target groups one by one, and stumbles over groups that are gone already."""
        self.groups[self.name(group)].target_group_arns = []
        self.scaling.delete_auto_scaling_group(AutoScalingGroupName=self.name(group), ForceDelete=True)
        self.ec2.delete_launch_template(LaunchTemplateName=f"eks-{group.uuid}")
