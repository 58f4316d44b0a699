"""RDS: what can be ordered (moto knows Aurora only), engine versions, and settings that moto drops on the floor."""

from moto.core.responses import ActionResult

from .. import aws, interfaces
from ..rds_classes import CLUSTER_FAMILIES, SIZES
from . import rds_clusters

VERSIONS = ["14.20", "15.15", "16.8", "16.9", "16.10", "16.11", "17.4", "17.5", "17.6", "17.7", "17.8", "17.9", "18.1"]
# request member -> attribute that moto's serialiser looks for on the instance
KEPT = {
    "EnablePerformanceInsights": "performance_insights_enabled", "PerformanceInsightsKMSKeyId": "performance_insights_kms_key_id",
    "PerformanceInsightsRetentionPeriod": "performance_insights_retention_period", "MonitoringInterval": "monitoring_interval",
    "MonitoringRoleArn": "monitoring_role_arn", "EnableIAMDatabaseAuthentication": "enable_iam_database_authentication",
    "CACertificateIdentifier": "ca_certificate_identifier", "DeletionProtection": "deletion_protection",
    "BackupRetentionPeriod": "backup_retention_period", "CopyTagsToSnapshot": "copy_tags_to_snapshot", "MultiAZ": "multi_az",
    "MaxAllocatedStorage": "max_allocated_storage", "StorageThroughput": "storage_throughput", "Iops": "iops",
    "AutoMinorVersionUpgrade": "auto_minor_version_upgrade", "DatabaseInsightsMode": "database_insights_mode",
}


def install() -> None:
    rds_clusters.install()


class Api(rds_clusters.ClusterApi):
    def describe_orderable_db_instance_options(self) -> ActionResult:
        if self.params.get("Engine") != "postgres":
            return super().describe_orderable_db_instance_options()
        versions = [self.params["EngineVersion"]] if self.params.get("EngineVersion") else VERSIONS
        wanted = self.params.get("DBInstanceClass")
        zones = [z["ZoneName"] for z in aws.client("ec2", self.region, self.current_account).describe_availability_zones()["AvailabilityZones"]]
        options = [
            _option(version, f"db.{family}.{size}", family, zones)
            for version in versions for family, sizes in SIZES.items() for size in sizes
            if version in VERSIONS and wanted in (None, f"db.{family}.{size}")
        ]
        return ActionResult({"OrderableDBInstanceOptions": options})

    def describe_db_engine_versions(self) -> ActionResult:
        if self.params.get("Engine") not in (None, "postgres"):
            return ActionResult({"DBEngineVersions": []})
        wanted = self.params.get("EngineVersion")
        found = [v for v in VERSIONS if wanted in (None, v, v.split(".")[0])]
        if self.params.get("DefaultOnly"):
            found = found[-1:]
        return ActionResult({"DBEngineVersions": [
            {
                "Engine": "postgres", "EngineVersion": v, "DBParameterGroupFamily": f"postgres{v.split('.')[0]}", "Status": "available",
                "DBEngineDescription": "PostgreSQL", "DBEngineVersionDescription": f"PostgreSQL {v}",
                "ExportableLogTypes": ["postgresql", "upgrade", "iam-db-auth-error"], "ValidUpgradeTarget": [],
                "SupportsCertificateRotationWithoutRestart": True,
            }
            for v in found
        ]})

    def create_db_instance(self) -> ActionResult:
        result = super().create_db_instance()
        database = result._result["DBInstance"]
        _keep(database, self.params.original_dict())
        _place(self.backend, database)
        return result

    def modify_db_instance(self) -> ActionResult:
        given = self.params.original_dict()
        result = super().modify_db_instance()
        database = result._result["DBInstance"]
        _keep(database, given)
        _place(self.backend, database)
        return result


def _keep(database, given: dict) -> None:
    for member, attribute in KEPT.items():
        if member in given:
            setattr(database, attribute, given[member])


def _place(backend, database) -> None:
    """An instance stands in a zone of its subnet group; a Multi-AZ one has its standby in another."""
    subnets = interfaces.database_subnets(backend, database)
    if subnets:
        database.availability_zone = subnets[0].availability_zone
    database.secondary_availability_zone = subnets[1].availability_zone if len(subnets) > 1 else None


def _option(version: str, name: str, family: str, zones: list) -> dict:
    return {
        "Engine": "postgres", "EngineVersion": version, "DBInstanceClass": name, "LicenseModel": "postgresql-license",
        "AvailabilityZones": [{"Name": z} for z in zones], "MultiAZCapable": True, "ReadReplicaCapable": True, "Vpc": True,
        "SupportsStorageEncryption": True, "StorageType": "gp3", "SupportsIops": True, "SupportsEnhancedMonitoring": True,
        "SupportsIAMDatabaseAuthentication": True, "SupportsPerformanceInsights": True, "MinStorageSize": 20, "MaxStorageSize": 65536,
        "SupportsStorageAutoscaling": True, "SupportedNetworkTypes": ["IPV4", "DUAL"], "SupportsStorageThroughput": True,
        "SupportsClusters": family in CLUSTER_FAMILIES, "SupportsDedicatedLogVolume": True,
    }
