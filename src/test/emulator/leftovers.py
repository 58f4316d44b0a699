"""What a cluster leaves behind in AWS, on request: a log group that comes back, security groups of its controllers."""

import uuid

from . import aws

RETURNING: set = set()  # names of log groups that EKS will write once more after their deletion


def log_group_of(cluster: str) -> str:
    """https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"""
    return f"/aws/eks/{cluster}/cluster"


def let_log_group_return(cluster: str) -> None:
    """EKS delivers its last lines after the cluster, and so the group, has gone; the group then is new and bare."""
    RETURNING.add(log_group_of(cluster))


def make_groups(region: str, account: str, cluster: str) -> list:
    """The groups that the AWS Load Balancer Controller makes and does not remove when its cluster is deleted under it.

    The cluster's own group lets the shared one in, which so cannot be deleted before that rule or that group is.
    https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/
    """
    ec2 = aws.client("ec2", region, account)
    config = aws.client("eks", region, account).describe_cluster(name=cluster)["cluster"]["resourcesVpcConfig"]
    vpc, own = config["vpcId"], config["clusterSecurityGroupId"]
    made = {}
    for name, text in (("traffic", "[k8s] Shared Backend SecurityGroup for LoadBalancer"), ("ess-ingress", "[k8s] Managed SecurityGroup for LoadBalancer")):
        tags = [{"Key": "elbv2.k8s.aws/cluster", "Value": cluster}]
        made[name] = ec2.create_security_group(
            GroupName=f"k8s-{name}-{uuid.uuid4().hex[:10]}", Description=text, VpcId=vpc,
            TagSpecifications=[{"ResourceType": "security-group", "Tags": tags}],
        )["GroupId"]
    peer = [{"GroupId": made["traffic"], "Description": "elbv2.k8s.aws/targetGroupBinding=shared"}]
    ec2.authorize_security_group_ingress(
        GroupId=own, IpPermissions=[{"IpProtocol": "tcp", "FromPort": 30000, "ToPort": 32767, "UserIdGroupPairs": peer}]
    )
    return sorted(made.values())


def install() -> None:
    from moto.logs.models import LogsBackend

    original = LogsBackend.delete_log_group

    def delete(self, log_group_name):
        original(self, log_group_name)
        if log_group_name in RETURNING:
            RETURNING.discard(log_group_name)
            self.create_log_group(log_group_name, {})

    LogsBackend.delete_log_group = delete
