"""What exists in an account and region, as a canonical dictionary: kind -> sorted ids. For "before" and "after" in tests.

What AWS puts into every region by itself (default VPC and its parts, service-owned keys, default groups) is left out.
"""

from collections import defaultdict

from moto.backends import get_backend
from moto.core import DEFAULT_ACCOUNT_ID

from . import aws
from .services import accelerators
from .stacks import REGISTRY


def take(region: str | None, account: str | None) -> dict:
    """All regions that hold a stack, or the one asked for."""
    account = account or DEFAULT_ACCOUNT_ID
    regions = [region] if region else sorted({s.region for s in REGISTRY.stacks}) or ["us-east-1"]
    return {"account": account, "regions": {r: _region(r, account) for r in regions}}


def _region(region: str, account: str) -> dict:
    result = {}
    for find in (_network, _security, _data, _containers, _edge, _front, _rest):
        result.update(find(lambda service, there=region: _client(service, there, account)))
    result["cloudformation.stack"] = [
        f"{s.name}" for s in REGISTRY.all(region, account) if s.status != "DELETE_COMPLETE"
    ]
    return {kind: sorted(ids) for kind, ids in sorted(result.items()) if ids}


class _Untouched:
    """A client of a service that nobody used in its region, where moto has made nothing so far: it lists nothing."""

    def __getattr__(self, operation):
        return lambda **_: defaultdict(list)


def _client(service: str, region: str, account: str):
    regions = get_backend(service)[account]
    somewhere = region in regions.regions and "aws" not in regions.regions
    return _Untouched() if somewhere and region not in regions.keys() else aws.client(service, region, account)


def _ids(items: list, key: str, keep=lambda _: True) -> list:
    return [item[key] for item in items if keep(item)]


def _network(client) -> dict:
    ec2 = client("ec2")
    default = set(_ids(ec2.describe_vpcs()["Vpcs"], "VpcId", lambda v: v["IsDefault"]))
    own = lambda item: item.get("VpcId") not in default  # noqa: E731
    instances = [i for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]]
    return {
        "ec2.vpc": _ids(ec2.describe_vpcs()["Vpcs"], "VpcId", own),
        "ec2.subnet": _ids(ec2.describe_subnets()["Subnets"], "SubnetId", own),
        "ec2.internet-gateway": _ids(ec2.describe_internet_gateways()["InternetGateways"], "InternetGatewayId"),
        "ec2.nat-gateway": _ids(ec2.describe_nat_gateways()["NatGateways"], "NatGatewayId", lambda n: n["State"] != "deleted"),
        "ec2.address": _ids(ec2.describe_addresses()["Addresses"], "AllocationId"),
        "ec2.route-table": _ids(ec2.describe_route_tables()["RouteTables"], "RouteTableId", own),
        "ec2.security-group": _ids(ec2.describe_security_groups()["SecurityGroups"], "GroupId", own),
        "ec2.vpc-endpoint": _ids(ec2.describe_vpc_endpoints()["VpcEndpoints"], "VpcEndpointId", lambda e: e["State"] != "deleted"),
        "ec2.flow-log": _ids(ec2.describe_flow_logs()["FlowLogs"], "FlowLogId"),
        "ec2.launch-template": _ids(ec2.describe_launch_templates()["LaunchTemplates"], "LaunchTemplateId"),
        "ec2.instance": _ids(instances, "InstanceId", lambda i: i["State"]["Name"] != "terminated"),
        "ec2.network-interface": _ids(ec2.describe_network_interfaces()["NetworkInterfaces"], "NetworkInterfaceId", own),
    }


def _security(client) -> dict:
    kms, iam = client("kms"), client("iam")
    keys = [kms.describe_key(KeyId=k["KeyId"])["KeyMetadata"] for k in kms.list_keys()["Keys"]]
    aliases = kms.list_aliases()["Aliases"]
    services = {a.get("TargetKeyId") for a in aliases if a["AliasName"].startswith("alias/aws/")}
    own = [k for k in keys if k["KeyManager"] == "CUSTOMER" and k["KeyId"] not in services]
    secrets = client("secretsmanager").list_secrets(IncludePlannedDeletion=True)["SecretList"]
    return {
        "kms.key": _ids(own, "KeyId", lambda k: k["KeyState"] != "PendingDeletion"),
        "kms.key-pending-deletion": _ids(own, "KeyId", lambda k: k["KeyState"] == "PendingDeletion"),
        "kms.alias": _ids(aliases, "AliasName", lambda a: not a["AliasName"].startswith("alias/aws/")),
        "iam.role": _ids(iam.list_roles()["Roles"], "RoleName", lambda r: not r["Path"].startswith("/aws-service-role/")),
        "iam.policy": _ids(iam.list_policies(Scope="Local")["Policies"], "Arn"),
        "secretsmanager.secret": _ids(secrets, "Name", lambda s: "DeletedDate" not in s),
        "secretsmanager.secret-pending-deletion": _ids(secrets, "Name", lambda s: "DeletedDate" in s),
        "acm.certificate": _ids(client("acm").list_certificates()["CertificateSummaryList"], "CertificateArn"),
    }


def _data(client) -> dict:
    rds, kafka = client("rds"), client("kafka")
    return {
        "rds.instance": _ids(rds.describe_db_instances()["DBInstances"], "DBInstanceIdentifier"),
        "rds.cluster": _ids(rds.describe_db_clusters()["DBClusters"], "DBClusterIdentifier"),
        "rds.snapshot": _ids(rds.describe_db_snapshots(SnapshotType="manual")["DBSnapshots"], "DBSnapshotIdentifier"),
        "rds.cluster-snapshot": _ids(
            rds.describe_db_cluster_snapshots()["DBClusterSnapshots"], "DBClusterSnapshotIdentifier",
            lambda s: s.get("SnapshotType") == "manual",
        ),
        "rds.subnet-group": _ids(rds.describe_db_subnet_groups()["DBSubnetGroups"], "DBSubnetGroupName"),
        "rds.parameter-group": _ids(
            rds.describe_db_parameter_groups()["DBParameterGroups"], "DBParameterGroupName", lambda g: not g["DBParameterGroupName"].startswith("default."),
        ),
        "rds.cluster-parameter-group": _ids(rds.describe_db_cluster_parameter_groups()["DBClusterParameterGroups"], "DBClusterParameterGroupName"),
        "kafka.cluster": _ids(kafka.list_clusters_v2()["ClusterInfoList"], "ClusterArn"),
        "kafka.configuration": _ids(kafka.list_configurations()["Configurations"], "Arn"),
        "s3.bucket": _ids(client("s3").list_buckets()["Buckets"], "Name"),
    }


def _containers(client) -> dict:
    eks = client("eks")
    clusters = eks.list_clusters()["clusters"]
    return {
        "ecr.repository": _ids(client("ecr").describe_repositories()["repositories"], "repositoryName"),
        "eks.cluster": clusters,
        "eks.nodegroup": [f"{c}/{n}" for c in clusters for n in eks.list_nodegroups(clusterName=c)["nodegroups"]],
        "eks.addon": [f"{c}/{a}" for c in clusters for a in eks.list_addons(clusterName=c)["addons"]],
        "autoscaling.group": _ids(
            client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"], "AutoScalingGroupName"
        ),
    }


def _edge(client) -> dict:
    elb, route53 = client("elbv2"), client("route53")
    balancers = _ids(elb.describe_load_balancers()["LoadBalancers"], "LoadBalancerArn")
    zones = route53.list_hosted_zones()["HostedZones"]
    records = [
        f"{r['Name']} {r['Type']} {r.get('SetIdentifier', '')}".strip()
        for z in zones for r in route53.list_resource_record_sets(HostedZoneId=z["Id"])["ResourceRecordSets"]
    ]
    return {
        "elbv2.load-balancer": balancers,
        "elbv2.listener": [l["ListenerArn"] for b in balancers for l in elb.describe_listeners(LoadBalancerArn=b)["Listeners"]],
        "elbv2.target-group": _ids(elb.describe_target_groups()["TargetGroups"], "TargetGroupArn"),
        "route53.zone": _ids(zones, "Id"),
        "route53.record": records,
        "route53.health-check": _ids(route53.list_health_checks()["HealthChecks"], "Id"),
    }


def _front(client) -> dict:
    """What belongs to no region is shown in each, as roles and records are."""
    api, waf = client(accelerators.SERVICE, accelerators.HOME), client("wafv2", "us-east-1")
    found = api.list_accelerators()["Accelerators"]
    return {
        "globalaccelerator.accelerator": _ids(found, "AcceleratorArn"),
        "globalaccelerator.listener": [
            l["ListenerArn"] for a in found for l in api.list_listeners(AcceleratorArn=a["AcceleratorArn"])["Listeners"]
        ],
        "cloudfront.distribution": _ids(client("cloudfront").list_distributions()["DistributionList"].get("Items", []), "Id"),
        "wafv2.web-acl": _ids(waf.list_web_acls(Scope="CLOUDFRONT")["WebACLs"], "ARN"),
        "wafv2.ip-set": _ids(waf.list_ip_sets(Scope="CLOUDFRONT")["IPSets"], "ARN"),
    }


def _rest(client) -> dict:
    return {
        "logs.group": _ids(client("logs").describe_log_groups()["logGroups"], "logGroupName"),
        "cloudwatch.alarm": _ids(client("cloudwatch").describe_alarms()["MetricAlarms"], "AlarmName"),
        "sns.topic": _ids(client("sns").list_topics()["Topics"], "TopicArn"),
    }
