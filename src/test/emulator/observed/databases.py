"""RDS: groups, instances, clusters."""

from . import of, only, pick, tags

# the API's word -> CloudFormation's
INSTANCE = {
    "PerformanceInsightsEnabled": "EnablePerformanceInsights", "IAMDatabaseAuthenticationEnabled": "EnableIAMDatabaseAuthentication",
    "EnabledCloudwatchLogsExports": "EnableCloudwatchLogsExports",
}
CLUSTER = {
    "IAMDatabaseAuthenticationEnabled": "EnableIAMDatabaseAuthentication", "EnabledCloudwatchLogsExports": "EnableCloudwatchLogsExports",
    "PerformanceInsightsKMSKeyId": "PerformanceInsightsKmsKeyId", "DBClusterParameterGroup": "DBClusterParameterGroupName",
    "DBSubnetGroup": "DBSubnetGroupName",
}
NOTHING = {"EnableCloudwatchLogsExports": [], "MonitoringInterval": 0}


def _secret(found: dict) -> dict:
    secret = found.get("MasterUserSecret")
    return {"ManageMasterUserPassword": bool(secret)} | ({"MasterUserSecret": pick(secret, "KmsKeyId")} if secret else {})


@of("AWS::RDS::DBSubnetGroup")
def subnet_group(context, physical, props):
    rds = context.client("rds")
    found = only(rds.describe_db_subnet_groups(DBSubnetGroupName=physical)["DBSubnetGroups"], physical)
    return {
        "DBSubnetGroupName": found["DBSubnetGroupName"], "DBSubnetGroupDescription": found["DBSubnetGroupDescription"],
        "SubnetIds": [s["SubnetIdentifier"] for s in found["Subnets"]],
        "Tags": tags(rds.list_tags_for_resource(ResourceName=found["DBSubnetGroupArn"])["TagList"]),
    }


def _parameters(parameters: list, props: dict) -> dict:
    """Of all parameters those that the template names or somebody has set."""
    return {p["ParameterName"]: str(p.get("ParameterValue")) for p in parameters if "ParameterValue" in p}


@of("AWS::RDS::DBParameterGroup")
def parameter_group(context, physical, props):
    rds = context.client("rds")
    found = only(rds.describe_db_parameter_groups(DBParameterGroupName=physical)["DBParameterGroups"], physical)
    parameters = rds.describe_db_parameters(DBParameterGroupName=physical)["Parameters"]
    return {
        "DBParameterGroupName": found["DBParameterGroupName"], "Family": found["DBParameterGroupFamily"], "Description": found["Description"],
        "Parameters": _parameters(parameters, props), "Tags": tags(rds.list_tags_for_resource(ResourceName=found["DBParameterGroupArn"])["TagList"]),
    }


@of("AWS::RDS::DBClusterParameterGroup")
def cluster_parameter_group(context, physical, props):
    rds = context.client("rds")
    found = only(rds.describe_db_cluster_parameter_groups(DBClusterParameterGroupName=physical)["DBClusterParameterGroups"], physical)
    parameters = rds.describe_db_cluster_parameters(DBClusterParameterGroupName=physical)["Parameters"]
    arn = found["DBClusterParameterGroupArn"]
    return {
        "DBClusterParameterGroupName": found["DBClusterParameterGroupName"], "Family": found["DBParameterGroupFamily"],
        "Description": found["Description"], "Parameters": _parameters(parameters, props),
        "Tags": tags(rds.list_tags_for_resource(ResourceName=arn)["TagList"]),
    }


@of("AWS::RDS::DBInstance")
def instance(context, physical, props):
    found = only(context.client("rds").describe_db_instances(DBInstanceIdentifier=physical)["DBInstances"], physical)
    shown = NOTHING | {INSTANCE.get(k, k): v for k, v in found.items()}
    return shown | _secret(found) | {
        "Port": found["Endpoint"]["Port"], "DBSubnetGroupName": found.get("DBSubnetGroup", {}).get("DBSubnetGroupName"),
        "DBParameterGroupName": only(found["DBParameterGroups"], physical)["DBParameterGroupName"],
        "VPCSecurityGroups": [g["VpcSecurityGroupId"] for g in found["VpcSecurityGroups"]], "Tags": tags(found.get("TagList")),
    }


@of("AWS::RDS::DBCluster")
def cluster(context, physical, props):
    found = only(context.client("rds").describe_db_clusters(DBClusterIdentifier=physical)["DBClusters"], physical)
    shown = NOTHING | {CLUSTER.get(k, k): v for k, v in found.items()}
    groups = [g["VpcSecurityGroupId"] for g in found["VpcSecurityGroups"]]
    return shown | _secret(found) | {"VpcSecurityGroupIds": groups, "Tags": tags(found.get("TagList"))}
