"""Multi-AZ DB clusters: a writer and two readers that RDS makes, names and removes by itself, each in a zone of its own.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
"""

import time

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

from .. import durations, rds_classes
from ..clock import CLOCK
from .errors import Refusal

STORAGE = ("io1", "io2", "gp3")
# request member -> attribute that moto's serialiser looks for on the cluster
KEPT = {
    "EnablePerformanceInsights": "performance_insights_enabled", "PerformanceInsightsKMSKeyId": "performance_insights_kms_key_id",
    "PerformanceInsightsRetentionPeriod": "performance_insights_retention_period", "MonitoringInterval": "monitoring_interval",
    "MonitoringRoleArn": "monitoring_role_arn", "EnableIAMDatabaseAuthentication": "iam_auth", "DatabaseInsightsMode": "database_insights_mode",
    "AutoMinorVersionUpgrade": "auto_minor_version_upgrade", "PubliclyAccessible": "publicly_accessible", "StorageType": "storage_type",
    "Iops": "iops", "AllocatedStorage": "allocated_storage", "DBClusterInstanceClass": "db_cluster_instance_class",
    "DeletionProtection": "deletion_protection", "BackupRetentionPeriod": "backup_retention_period", "EngineVersion": "engine_version",
    "CopyTagsToSnapshot": "copy_tags_to_snapshot", "PreferredBackupWindow": "preferred_backup_window",
    "PreferredMaintenanceWindow": "preferred_maintenance_window", "VpcSecurityGroupIds": "vpc_security_group_ids",
    "DBClusterParameterGroupName": "parameter_group",
}


def install() -> None:
    """moto calls a cluster available as soon as somebody has looked."""
    from moto.rds.models import DBCluster

    def status(self) -> str:
        if self._status == "creating" and time.monotonic() >= getattr(self, "ready_at", 0.0):
            self._status = "available"
        return self._status

    DBCluster.status = property(status, lambda self, value: setattr(self, "_status", value))


def combination(message: str) -> Refusal:
    return Refusal("InvalidParameterCombination", message)


class ClusterApi(RDSResponse):
    def _given(self) -> dict:
        return self.params.original_dict() if hasattr(self.params, "original_dict") else dict(self.params)

    def _cluster(self):
        name = self._given()["DBClusterIdentifier"].lower()
        if name not in self.backend.clusters:
            raise Refusal("DBClusterNotFoundFault", f"DBCluster {name} not found.")
        return self.backend.clusters[name]

    # -- create --------------------------------------------------------------------------------------------------------

    def create_db_cluster(self) -> ActionResult:
        given = self._given()
        if given.get("Engine") != "postgres":
            return super().create_db_cluster()
        self._refuse(given)
        self.params.pop("EnableIAMDatabaseAuthentication", None)  # moto refuses it for these clusters, RDS does not
        self.params["DBClusterIdentifier"] = given["DBClusterIdentifier"].lower()
        result = super().create_db_cluster()
        cluster = result._result["DBCluster"]
        keep(cluster, given)
        cluster.enabled_cloudwatch_logs_exports = list(given.get("EnableCloudwatchLogsExports") or [])
        cluster.ready_at = time.monotonic() + durations.CREATE["AWS::RDS::DBCluster"] / CLOCK.speed
        self._make_members(cluster)
        return result

    def _refuse(self, given: dict) -> None:
        name = given["DBClusterIdentifier"].lower()
        if name in self.backend.clusters:
            raise Refusal("DBClusterAlreadyExistsFault", "DB Cluster already exists")
        if not rds_classes.for_clusters(given.get("DBClusterInstanceClass", "")):
            raise combination(f"The specified DB instance class {given.get('DBClusterInstanceClass')} isn't supported for Multi-AZ DB clusters.")
        if given.get("DBClusterParameterGroupName", "default.").split(".")[0] != "default" and \
                given["DBClusterParameterGroupName"] not in self.backend.db_cluster_parameter_groups:
            raise Refusal("DBClusterParameterGroupNotFound", f"DBClusterParameterGroup not found: {given['DBClusterParameterGroupName']}")
        self._refuse_storage(given.get("StorageType", "io1"), given.get("Iops"), int(given.get("AllocatedStorage") or 0))
        group = self.backend.subnet_groups.get(given.get("DBSubnetGroupName"))
        if group is None:
            raise Refusal("DBSubnetGroupNotFoundFault", f"DBSubnetGroup {given.get('DBSubnetGroupName')} not found.")
        if len({s.availability_zone for s in group._subnets}) < 3:
            raise Refusal("DBSubnetGroupDoesNotCoverEnoughAZs", "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add at least three subnets in different Availability Zones.")

    @staticmethod
    def _refuse_storage(kind: str, iops, size: int) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html"""
        if kind not in STORAGE:
            raise combination(f"Storage type {kind} isn't supported for Multi-AZ DB clusters.")
        if kind != "gp3" and not iops:
            raise combination("The parameter Iops must be provided for this storage type.")
        if kind == "gp3" and iops and size < 400:
            raise combination("You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.")
        if size < (20 if kind == "gp3" else 100):
            raise Refusal("InvalidParameterValue", f"Invalid storage size for engine name postgres and storage type {kind}: {size}")

    def _make_members(self, cluster) -> None:
        group = self.backend.subnet_groups[cluster.db_subnet_group_name]
        zones = cluster.availability_zones = sorted({s.availability_zone for s in group._subnets})[:3]
        for number, zone in enumerate(zones, start=1):
            member = self.backend.create_db_instance({
                "db_instance_identifier": f"{cluster.db_cluster_identifier}-instance-{number}", "engine": "postgres",
                "db_instance_class": cluster.db_cluster_instance_class, "db_cluster_identifier": cluster.db_cluster_identifier,
                "db_subnet_group_name": cluster.db_subnet_group_name, "availability_zone": zone, "port": cluster.port,
                "publicly_accessible": cluster.publicly_accessible, "promotion_tier": 1,
            })
            member.dbi_resource_id = f"db-{cluster.db_cluster_resource_id.removeprefix('cluster-')[:25]}{number}"
        self._sync(cluster)

    @staticmethod
    def _sync(cluster) -> None:
        for member in cluster.members:
            member.status, member.db_instance_class = cluster.status, cluster.db_cluster_instance_class
            member.publicly_accessible, member.multi_az = cluster.publicly_accessible, False
            for name in ("performance_insights_enabled", "monitoring_interval", "monitoring_role_arn"):
                setattr(member, name, getattr(cluster, name, None))

    def describe_db_instances(self) -> ActionResult:
        for cluster in self.backend.clusters.values():
            self._sync(cluster)
        return super().describe_db_instances()

    # -- modify and delete ---------------------------------------------------------------------------------------------

    def modify_db_cluster(self) -> ActionResult:
        cluster, given = self._cluster(), self._given()
        if cluster.engine != "postgres":
            return super().modify_db_cluster()
        if int(given.get("Port") or cluster.port) != int(cluster.port):
            raise combination("You can't modify the port of a Multi-AZ DB cluster.")
        size = int(given.get("AllocatedStorage") or cluster.allocated_storage)
        if size < int(cluster.allocated_storage):
            raise combination("Requested allocated storage cannot be less than the current allocated storage.")
        if given.get("DBClusterInstanceClass") and not rds_classes.for_clusters(given["DBClusterInstanceClass"]):
            raise combination(f"The specified DB instance class {given['DBClusterInstanceClass']} isn't supported for Multi-AZ DB clusters.")
        logs = self.params.pop("CloudwatchLogsExportConfiguration", None)
        for name in KEPT:
            self.params.pop(name, None)
        result = super().modify_db_cluster()
        keep(cluster, given)
        _switch_logs(cluster, dict(logs or {}))
        self._sync(cluster)
        return result

    def delete_db_cluster(self) -> ActionResult:
        cluster, given = self._cluster(), self._given()
        if cluster.deletion_protection:
            raise combination("Cannot delete protected Cluster, please disable deletion protection and try again.")
        if not given.get("SkipFinalSnapshot") and not given.get("FinalDBSnapshotIdentifier"):
            raise combination("FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.")
        if cluster.engine == "postgres":
            for member in list(cluster.members):
                self.backend.databases.pop(member.db_instance_identifier)
                _forget_automatic(self.backend.database_snapshots, "db_instance_identifier", member.db_instance_identifier)
        result = super().delete_db_cluster()
        _forget_automatic(self.backend.cluster_snapshots, "db_cluster_identifier", cluster.db_cluster_identifier)
        return result

    def delete_db_instance(self) -> ActionResult:
        found = self.backend.databases.get(self._given()["DBInstanceIdentifier"].lower())
        owner = self.backend.clusters.get(getattr(found, "db_cluster_identifier", None) or "")
        if owner is not None and owner.engine == "postgres":
            raise Refusal("InvalidDBInstanceState", "The DB instance is a member of a Multi-AZ DB cluster and can't be deleted. Delete the DB cluster instead.")
        return super().delete_db_instance()

    def failover_db_cluster(self) -> ActionResult:
        cluster = self._cluster()
        readers = [m for m in cluster.members if not m.is_cluster_writer]
        cluster.failover(readers[0])
        return ActionResult({"DBCluster": cluster})


def keep(cluster, given: dict) -> None:
    for member, attribute in KEPT.items():
        if member in given:
            setattr(cluster, attribute, given[member])


def _switch_logs(cluster, given: dict) -> None:
    off, on = given.get("DisableLogTypes") or [], given.get("EnableLogTypes") or []
    kept = [log for log in cluster.enabled_cloudwatch_logs_exports if log not in off]
    cluster.enabled_cloudwatch_logs_exports = kept + [log for log in on if log not in kept]


def _forget_automatic(snapshots: dict, member: str, owner: str) -> None:
    for name in [n for n, s in snapshots.items() if s.snapshot_type == "automated" and getattr(s, member, None) == owner]:
        del snapshots[name]
