"""RDS: groups, instances, Multi-AZ clusters."""

import secrets

from . import Handler, Refused, retag


class Rds(Handler):
    """Tagging is the same for all of them, by ARN."""

    def arn(self, context, physical) -> str:
        raise NotImplementedError

    def update(self, context, physical, old, new, changed):
        if "Tags" in changed:
            rds, arn = context.client("rds"), self.arn(context, physical)
            present = {t["Key"]: t["Value"] for t in rds.list_tags_for_resource(ResourceName=arn)["TagList"]}
            retag(
                lambda t: rds.add_tags_to_resource(ResourceName=arn, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: rds.remove_tags_from_resource(ResourceName=arn, TagKeys=keys), present, context.tags(new.get("Tags")),
            )
        if changed - {"Tags"}:
            self.change(context, physical, old, new, changed - {"Tags"})

    def change(self, context, physical, old, new, changed):
        raise Refused(f"The emulator cannot change {', '.join(sorted(changed))} of {self.type} in place")

    @staticmethod
    def arn_of(context, kind, name):
        return f"arn:{context.partition}:rds:{context.region}:{context.account}:{kind}:{name}"


class SubnetGroup(Rds):
    type = "AWS::RDS::DBSubnetGroup"
    handles = ("DBSubnetGroupName", "DBSubnetGroupDescription", "SubnetIds", "Tags")

    def create(self, context, props):
        name = (props.get("DBSubnetGroupName") or context.name(255)).lower()
        self._refuse_one_zone(context, props)
        context.client("rds").create_db_subnet_group(
            DBSubnetGroupName=name, DBSubnetGroupDescription=props["DBSubnetGroupDescription"], SubnetIds=props["SubnetIds"],
            Tags=context.tag_list(props.get("Tags")),
        )
        return name

    def _refuse_one_zone(self, context, props):
        subnets = context.client("ec2").describe_subnets(SubnetIds=props["SubnetIds"])["Subnets"]
        if len({s["AvailabilityZone"] for s in subnets}) < 2:
            raise Refused("The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. (Service: Rds, Status Code: 400)")

    def arn(self, context, physical):
        return self.arn_of(context, "subgrp", physical)

    def change(self, context, physical, old, new, changed):
        context.client("rds").modify_db_subnet_group(DBSubnetGroupName=physical, SubnetIds=new["SubnetIds"])

    def delete(self, context, physical, props, snapshot):
        context.client("rds").delete_db_subnet_group(DBSubnetGroupName=physical)


class ParameterGroup(Rds):
    type = "AWS::RDS::DBParameterGroup"
    handles = ("DBParameterGroupName", "Description", "Family", "Parameters", "Tags")
    kind, prefix = "pg", "DBParameterGroup"

    def create(self, context, props):
        name = (props.get(f"{self.prefix}Name") or context.name(255)).lower()
        getattr(context.client("rds"), f"create_{self._verb()}")(**{
            f"{self.prefix}Name": name, "DBParameterGroupFamily": props["Family"], "Description": props["Description"],
            "Tags": context.tag_list(props.get("Tags")),
        })
        self._set(context, name, props.get("Parameters", {}))
        return name

    def _verb(self):
        return "db_parameter_group" if self.prefix == "DBParameterGroup" else "db_cluster_parameter_group"

    def _set(self, context, name, parameters):
        items = [{"ParameterName": k, "ParameterValue": str(v), "ApplyMethod": "pending-reboot"} for k, v in sorted(parameters.items())]
        for start in range(0, len(items), 20):  # ModifyDBParameterGroup takes 20 at a time
            getattr(context.client("rds"), f"modify_{self._verb()}")(**{f"{self.prefix}Name": name, "Parameters": items[start:start + 20]})

    def arn(self, context, physical):
        return self.arn_of(context, self.kind, physical)

    def change(self, context, physical, old, new, changed):
        self._set(context, physical, new.get("Parameters", {}))

    def attributes(self, context, physical, props):
        return {f"{self.prefix}Name": physical}

    def delete(self, context, physical, props, snapshot):
        getattr(context.client("rds"), f"delete_{self._verb()}")(**{f"{self.prefix}Name": physical})


class ClusterParameterGroup(ParameterGroup):
    type = "AWS::RDS::DBClusterParameterGroup"
    handles = ("DBClusterParameterGroupName", "Description", "Family", "Parameters", "Tags")
    kind, prefix = "cluster-pg", "DBClusterParameterGroup"


NUMBERS = (
    "AllocatedStorage", "Port", "Iops", "MaxAllocatedStorage", "MonitoringInterval", "BackupRetentionPeriod",
    "PerformanceInsightsRetentionPeriod", "StorageThroughput", "PromotionTier",
)


def asked(props: dict, names: tuple) -> dict:
    """Properties under the names and in the kinds that the API has."""
    result = {k: int(props[k]) if k in NUMBERS else props[k] for k in names if k in props}
    groups = props.get("VPCSecurityGroups") or props.get("VpcSecurityGroupIds")
    if groups:
        result["VpcSecurityGroupIds"] = groups
    if "MasterUserSecret" in props:
        result["MasterUserSecretKmsKeyId"] = props["MasterUserSecret"]["KmsKeyId"]
    return result


class Instance(Rds):
    type = "AWS::RDS::DBInstance"
    plain = (
        "AllocatedStorage", "AutoMinorVersionUpgrade", "AvailabilityZone", "BackupRetentionPeriod", "CACertificateIdentifier",
        "CopyTagsToSnapshot", "DBClusterIdentifier", "DBInstanceClass", "DBName", "DBParameterGroupName", "DBSubnetGroupName",
        "DeletionProtection", "EnableCloudwatchLogsExports", "EnableIAMDatabaseAuthentication", "EnablePerformanceInsights", "Engine",
        "EngineVersion", "Iops", "KmsKeyId", "ManageMasterUserPassword", "MasterUsername", "MasterUserPassword", "MaxAllocatedStorage",
        "MonitoringInterval", "MonitoringRoleArn", "MultiAZ", "PerformanceInsightsKMSKeyId", "PerformanceInsightsRetentionPeriod", "Port",
        "PreferredBackupWindow", "PreferredMaintenanceWindow", "PubliclyAccessible", "StorageEncrypted", "StorageThroughput",
        "StorageType", "DatabaseInsightsMode",
    )
    handles = (*plain, "DBInstanceIdentifier", "VPCSecurityGroups", "MasterUserSecret", "Tags")
    unseen = ("MasterUserPassword",)
    ignores = {
        "AllowMajorVersionUpgrade": "only permits, changes nothing by itself",
        "DeleteAutomatedBackups": "moto's automated backups go with the instance",
        "ApplyImmediately": "every change applies at once",
        "NetworkType": "IPv4 only", "EngineLifecycleSupport": "no clock of support here", "DedicatedLogVolume": "moto has no volumes here",
        "LicenseModel": "PostgreSQL has one",
    }
    unchangeable = ("DBName", "DBSubnetGroupName", "Engine", "KmsKeyId", "MasterUsername", "StorageEncrypted", "AvailabilityZone", "DBClusterIdentifier")

    def create(self, context, props):
        name = (props.get("DBInstanceIdentifier") or context.name(63)).lower()
        self._refuse(props)
        wanted = asked(props, self.plain)
        context.client("rds").create_db_instance(DBInstanceIdentifier=name, Tags=context.tag_list(props.get("Tags")), **wanted)
        context.backend("rds").databases[name].status = "creating"
        return name

    @staticmethod
    def _refuse(props):
        if props.get("ManageMasterUserPassword") and "MasterUserPassword" in props:
            raise Refused("You can't specify MasterUserPassword for an instance with ManageMasterUserPassword enabled. (Service: Rds, Status Code: 400)")
        if int(props.get("MonitoringInterval", 0)) and "MonitoringRoleArn" not in props:
            raise Refused("A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0. (Service: Rds, Status Code: 400)")

    def settle(self, context, physical, props):
        context.backend("rds").databases[physical].status = "available"

    def _description(self, context, physical):
        return context.client("rds").describe_db_instances(DBInstanceIdentifier=physical)["DBInstances"][0]

    def attributes(self, context, physical, props):
        found = self._description(context, physical)
        result = {
            "DBInstanceArn": found["DBInstanceArn"], "DbiResourceId": found["DbiResourceId"], "Endpoint.Address": found["Endpoint"]["Address"],
            "Endpoint.Port": str(found["Endpoint"]["Port"]), "Endpoint.HostedZoneId": found["Endpoint"].get("HostedZoneId", "Z1RLNUO7B9Q6NB"),
            "DBInstanceStatus": found["DBInstanceStatus"],
        }
        if "MasterUserSecret" in found:
            result["MasterUserSecret.SecretArn"] = found["MasterUserSecret"]["SecretArn"]
        return result

    def arn(self, context, physical):
        return self.arn_of(context, "db", physical)

    def replaces(self, old, new, changed):
        return bool(changed & {"AvailabilityZone"}) or ("Engine" in changed)

    def change(self, context, physical, old, new, changed):
        names = tuple(n for n in self.plain if n in changed and n not in self.unchangeable and n != "EnableCloudwatchLogsExports")
        wanted = asked({k: v for k, v in new.items() if k in changed}, tuple(n for n in names if n != "Port"))
        if "Port" in changed and "Port" in new:
            wanted["DBPortNumber"] = int(new["Port"])
        for name, default in (("MultiAZ", False), ("DeletionProtection", False)):
            if name in changed:
                wanted[name] = new.get(name, default)
        if "EnableCloudwatchLogsExports" in changed:
            before, after = (set(p.get("EnableCloudwatchLogsExports", [])) for p in (old, new))
            wanted["CloudwatchLogsExportConfiguration"] = {"EnableLogTypes": sorted(after - before), "DisableLogTypes": sorted(before - after)}
        if "EngineVersion" in wanted:
            wanted["AllowMajorVersionUpgrade"] = new.get("AllowMajorVersionUpgrade", False)
        context.client("rds").modify_db_instance(DBInstanceIdentifier=physical, ApplyImmediately=True, **wanted)

    def leaving(self, context, physical, props):
        database = context.backend("rds").databases.get(physical)
        if database is not None and database.deletion_protection:
            raise Refused("Cannot delete protected DB Instance, please disable deletion protection and try again. (Service: Rds, Status Code: 400)")
        if database is not None:
            database.status = "deleting"

    def delete(self, context, physical, props, snapshot):
        rds = context.client("rds")
        if not snapshot or "DBClusterIdentifier" in props:
            rds.delete_db_instance(DBInstanceIdentifier=physical, SkipFinalSnapshot=True)
            return
        rds.delete_db_instance(DBInstanceIdentifier=physical, FinalDBSnapshotIdentifier=snapshot_name(context))


def snapshot_name(context) -> str:
    """stack-snapshot-logical-random, as CloudFormation names final snapshots."""
    return f"{context.stack.name}-snapshot-{context.logical}-{secrets.token_hex(6)}".lower()[:255]


class Cluster(Rds):
    type = "AWS::RDS::DBCluster"
    plain = (
        "AllocatedStorage", "AutoMinorVersionUpgrade", "BackupRetentionPeriod", "CopyTagsToSnapshot", "DatabaseInsightsMode", "DatabaseName",
        "DBClusterInstanceClass", "DBClusterParameterGroupName", "DBSubnetGroupName", "DeletionProtection", "EnableCloudwatchLogsExports",
        "EnableIAMDatabaseAuthentication", "Engine", "EngineMode", "EngineVersion", "Iops", "KmsKeyId", "ManageMasterUserPassword",
        "MasterUsername", "MasterUserPassword", "MonitoringInterval", "MonitoringRoleArn", "PerformanceInsightsRetentionPeriod", "Port",
        "PreferredBackupWindow", "PreferredMaintenanceWindow", "PubliclyAccessible", "StorageEncrypted", "StorageType",
    )
    # CloudFormation's word -> the API's
    spelling = {"PerformanceInsightsEnabled": "EnablePerformanceInsights", "PerformanceInsightsKmsKeyId": "PerformanceInsightsKMSKeyId"}
    handles = (*plain, *spelling, "DBClusterIdentifier", "VpcSecurityGroupIds", "MasterUserSecret", "Tags")
    unseen = ("MasterUserPassword",)
    ignores = {"DeleteAutomatedBackups": "moto's automated backups go with the cluster", "NetworkType": "IPv4 only"}
    unchangeable = ("DatabaseName", "DBSubnetGroupName", "Engine", "EngineMode", "KmsKeyId", "MasterUsername", "PubliclyAccessible", "StorageEncrypted")
    defaults = {
        "DeletionProtection": False, "CopyTagsToSnapshot": False, "EnableIAMDatabaseAuthentication": False, "BackupRetentionPeriod": 1,
        "AutoMinorVersionUpgrade": True, "MonitoringInterval": 0, "PerformanceInsightsEnabled": False,
    }

    def _asked(self, props, names):
        result = asked(props, tuple(names))
        return result | {api: props[ours] for ours, api in self.spelling.items() if ours in props}

    def create(self, context, props):
        name = (props.get("DBClusterIdentifier") or context.name(63)).lower()
        context.client("rds").create_db_cluster(
            DBClusterIdentifier=name, Tags=context.tag_list(props.get("Tags")), **self._asked(props, self.plain)
        )
        return name

    def settle(self, context, physical, props):
        context.backend("rds").clusters[physical].status = "available"

    def replaces(self, old, new, changed):
        return bool(changed & {"Engine", "MasterUsername"})

    def attributes(self, context, physical, props):
        found = context.client("rds").describe_db_clusters(DBClusterIdentifier=physical)["DBClusters"][0]
        result = {
            "DBClusterArn": found["DBClusterArn"], "DBClusterResourceId": found["DbClusterResourceId"], "Endpoint.Address": found["Endpoint"],
            "Endpoint.Port": str(found["Port"]), "ReadEndpoint.Address": found["ReaderEndpoint"],
        }
        if "MasterUserSecret" in found:
            result["MasterUserSecret.SecretArn"] = found["MasterUserSecret"]["SecretArn"]
        return result

    def arn(self, context, physical):
        return self.arn_of(context, "cluster", physical)

    def change(self, context, physical, old, new, changed):
        present = {n: new.get(n, self.defaults.get(n)) for n in changed if n in new or n in self.defaults}
        wanted = self._asked(present, (n for n in self.plain if n not in self.unchangeable and n != "EnableCloudwatchLogsExports"))
        if "EnableCloudwatchLogsExports" in changed:
            before, after = (set(p.get("EnableCloudwatchLogsExports", [])) for p in (old, new))
            wanted["CloudwatchLogsExportConfiguration"] = {"EnableLogTypes": sorted(after - before), "DisableLogTypes": sorted(before - after)}
        if "EngineVersion" in wanted:
            wanted["AllowMajorVersionUpgrade"] = True
        context.client("rds").modify_db_cluster(DBClusterIdentifier=physical, ApplyImmediately=True, **wanted)

    def leaving(self, context, physical, props):
        cluster = context.backend("rds").clusters.get(physical)
        if cluster is not None and cluster.deletion_protection:
            raise Refused("Cannot delete protected Cluster, please disable deletion protection and try again. (Service: Rds, Status Code: 400)")

    def delete(self, context, physical, props, snapshot):
        final = {"FinalDBSnapshotIdentifier": snapshot_name(context)} if snapshot else {"SkipFinalSnapshot": True}
        context.client("rds").delete_db_cluster(DBClusterIdentifier=physical, **final)
