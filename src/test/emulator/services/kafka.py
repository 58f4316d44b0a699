"""Amazon MSK on moto's Kafka back end: configurations, brokers, bootstrap addresses, updates.

Shapes are those of botocore's model. Clusters live in moto's FakeKafkaCluster, whose nested settings hold botocore's
member names here.
"""

import time
import uuid

from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, EmptyResult
from moto.kafka.models import FakeKafkaCluster
from moto.kafka.responses import KafkaResponse

from .. import aws, dns_names, durations, interfaces
from ..clock import CLOCK, now

VERSIONS = ["3.6.0", "3.7.x", "3.7.x.kraft", "3.8.x", "3.8.x.kraft", "3.9.x", "3.9.x.kraft", "4.0.x.kraft"]


class NotFound(ServiceException):
    code = "NotFoundException"


class BadRequest(ServiceException):
    code = "BadRequestException"


class Conflict(ServiceException):
    code = "ConflictException"


class Configuration:
    """A named list of revisions; a revision never changes."""

    def __init__(self, arn, name, description, versions, properties):
        self.arn, self.name, self.description, self.versions = arn, name, description, versions
        self.created, self.revisions = now(), []
        self.revise(description, properties)

    def revise(self, description, properties) -> None:
        text = properties.encode() if isinstance(properties, str) else properties
        self.revisions.append({
            "Revision": len(self.revisions) + 1, "CreationTime": now(), "Description": description or "", "properties": text,
        })

    def latest(self) -> dict:
        return _without_text(self.revisions[-1])

    def describe(self) -> dict:
        return {
            "Arn": self.arn, "Name": self.name, "Description": self.description or "", "CreationTime": self.created,
            "KafkaVersions": self.versions or [], "LatestRevision": self.latest(), "State": "ACTIVE",
        }


def _without_text(revision: dict) -> dict:
    return {k: v for k, v in revision.items() if k != "properties"}


def _arn(backend, kind: str, name: str) -> str:
    # the number after the uuid belongs to the ARN: https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-cluster-arn.html
    tail = f"{kind}/{name}/{uuid.uuid4()}-{1 + hash(name) % 24}"
    return f"arn:{aws.partition(backend.region_name)}:kafka:{backend.region_name}:{backend.account_id}:{tail}"


class Api(KafkaResponse):
    """All actions, parsed and serialised from botocore's model."""

    def __init__(self):
        super().__init__()
        self.automated_parameter_parsing = True

    # -- configurations ------------------------------------------------------------------------------------------------

    @property
    def configurations(self) -> dict:
        return self.kafka_backend.__dict__.setdefault("configurations", {})

    def _configuration(self) -> Configuration:
        arn = self._get_param("Arn")
        if arn not in self.configurations:
            raise BadRequest("Configuration ARN does not exist.")
        return self.configurations[arn]

    def create_configuration(self) -> ActionResult:
        name = self._get_param("Name")
        if any(c.name == name for c in self.configurations.values()):
            raise Conflict("A resource with this name already exists.")
        arn = _arn(self.kafka_backend, "configuration", name)
        made = Configuration(
            arn, name, self._get_param("Description"), self._get_param("KafkaVersions"), self._get_param("ServerProperties")
        )
        self.configurations[arn] = made
        return ActionResult({k: made.describe()[k] for k in ("Arn", "Name", "CreationTime", "LatestRevision", "State")})

    def update_configuration(self) -> ActionResult:
        found = self._configuration()
        found.revise(self._get_param("Description"), self._get_param("ServerProperties"))
        return ActionResult({"Arn": found.arn, "LatestRevision": found.latest()})

    def describe_configuration(self) -> ActionResult:
        return ActionResult(self._configuration().describe())

    def list_configurations(self) -> ActionResult:
        return ActionResult({"Configurations": [c.describe() for c in self.configurations.values()]})

    def describe_configuration_revision(self) -> ActionResult:
        found, number = self._configuration(), int(self._get_param("Revision"))
        if not 1 <= number <= len(found.revisions):
            raise NotFound(f"Revision {number} of {found.arn} does not exist")
        revision = found.revisions[number - 1]
        return ActionResult(_without_text(revision) | {"Arn": found.arn, "ServerProperties": revision["properties"]})

    def list_configuration_revisions(self) -> ActionResult:
        return ActionResult({"Revisions": [_without_text(r) for r in self._configuration().revisions]})

    def delete_configuration(self) -> ActionResult:
        found = self._configuration()
        used = [c for c in self.kafka_backend.clusters.values() if (c.configuration_info or {}).get("Arn") == found.arn]
        if used:
            raise BadRequest("The configuration is in use by one or more clusters.")
        del self.configurations[found.arn]
        return ActionResult({"Arn": found.arn, "State": "DELETING"})

    # -- clusters ------------------------------------------------------------------------------------------------------

    def _cluster(self) -> FakeKafkaCluster:
        arn = self._get_param("ClusterArn")
        if arn not in self.kafka_backend.clusters:
            raise NotFound(f"The cluster {arn} does not exist.")
        cluster = self.kafka_backend.clusters[arn]
        if cluster.state == "CREATING" and time.monotonic() >= cluster.ready_at:
            cluster.state = "ACTIVE"
        return cluster

    def create_cluster(self) -> ActionResult:
        cluster = self._create(self.params)
        return ActionResult({"ClusterArn": cluster.arn, "ClusterName": cluster.cluster_name, "State": cluster.state})

    def create_cluster_v2(self) -> ActionResult:
        provisioned = self._get_param("Provisioned")
        if not provisioned:
            raise BadRequest("Serverless clusters are not emulated")
        cluster = self._create(dict(provisioned) | {"ClusterName": self._get_param("ClusterName"), "Tags": self._get_param("Tags")})
        return ActionResult({
            "ClusterArn": cluster.arn, "ClusterName": cluster.cluster_name, "State": cluster.state, "ClusterType": "PROVISIONED",
        })

    def _create(self, given) -> FakeKafkaCluster:
        backend = self.kafka_backend
        self._refuse(given)
        cluster = FakeKafkaCluster(
            cluster_name=given["ClusterName"], account_id=backend.account_id, region_name=backend.region_name,
            cluster_type="PROVISIONED", broker_node_group_info=dict(given["BrokerNodeGroupInfo"]),
            kafka_version=given["KafkaVersion"], number_of_broker_nodes=int(given["NumberOfBrokerNodes"]),
            configuration_info=given.get("ConfigurationInfo"), encryption_info=given.get("EncryptionInfo"),
            enhanced_monitoring=given.get("EnhancedMonitoring") or "DEFAULT", open_monitoring=given.get("OpenMonitoring"),
            logging_info=given.get("LoggingInfo"), storage_mode=given.get("StorageMode") or "LOCAL",
            current_version=_version(), client_authentication=given.get("ClientAuthentication"),
        )
        cluster.arn = _arn(backend, "cluster", cluster.cluster_name)
        cluster.created, cluster.scram_secrets = now(), []
        cluster.rebalancing = given.get("Rebalancing")
        cluster.ready_at = time.monotonic() + durations.CREATE["AWS::MSK::Cluster"] / CLOCK.speed
        backend.clusters[cluster.arn] = cluster
        if given.get("Tags"):
            backend.tag_resource(cluster.arn, given["Tags"])
        return cluster

    def _refuse(self, given) -> None:
        subnets, brokers = given["BrokerNodeGroupInfo"]["ClientSubnets"], int(given["NumberOfBrokerNodes"])
        if any(c.cluster_name == given["ClusterName"] for c in self.kafka_backend.clusters.values()):
            raise Conflict(f"A cluster with the name {given['ClusterName']} already exists.")
        if brokers % len(subnets):
            raise BadRequest("The number of broker nodes must be a multiple of Availability Zones in the Client Subnets parameter.")
        if given["KafkaVersion"] not in VERSIONS:
            raise BadRequest(f"Unsupported KafkaVersion [{given['KafkaVersion']}]. Valid values: {VERSIONS}")
        configuration = given.get("ConfigurationInfo")
        if configuration:
            known = self.configurations.get(configuration["Arn"])
            if known is None or int(configuration["Revision"]) > len(known.revisions):
                raise BadRequest("The provided configuration does not exist.")
        ec2 = aws.client("ec2", self.region, self.current_account)
        ec2.describe_subnets(SubnetIds=list(subnets))

    def _provisioned(self, cluster: FakeKafkaCluster) -> dict:
        software = {"KafkaVersion": cluster.kafka_version}
        if cluster.configuration_info:
            software["ConfigurationArn"] = cluster.configuration_info["Arn"]
            software["ConfigurationRevision"] = int(cluster.configuration_info["Revision"])
        shown = {
            "BrokerNodeGroupInfo": cluster.broker_node_group_info, "CurrentBrokerSoftwareInfo": software,
            "ClientAuthentication": cluster.client_authentication, "EncryptionInfo": cluster.encryption_info,
            "EnhancedMonitoring": cluster.enhanced_monitoring, "OpenMonitoring": cluster.open_monitoring,
            "LoggingInfo": cluster.logging_info, "NumberOfBrokerNodes": cluster.number_of_broker_nodes,
            "StorageMode": cluster.storage_mode, "CustomerActionStatus": "NONE",
        }
        return {k: v for k, v in shown.items() if v is not None}

    def _head(self, cluster: FakeKafkaCluster) -> dict:
        return {
            "ClusterArn": cluster.arn, "ClusterName": cluster.cluster_name, "CreationTime": cluster.created,
            "CurrentVersion": cluster.current_version, "State": cluster.state,
            "Tags": self.kafka_backend.list_tags_for_resource(cluster.arn),
        }

    def describe_cluster(self) -> ActionResult:
        cluster = self._cluster()
        return ActionResult({"ClusterInfo": self._head(cluster) | self._provisioned(cluster)})

    def _v2(self, cluster) -> dict:
        return self._head(cluster) | {"ClusterType": "PROVISIONED", "Provisioned": self._provisioned(cluster)}

    def describe_cluster_v2(self) -> ActionResult:
        return ActionResult({"ClusterInfo": self._v2(self._cluster())})

    def _named(self) -> list:
        prefix = self._get_param("ClusterNameFilter") or ""
        for cluster in self.kafka_backend.clusters.values():
            self.params["ClusterArn"] = cluster.arn
            self._cluster()
        return [c for c in self.kafka_backend.clusters.values() if c.cluster_name.startswith(prefix)]

    def list_clusters(self) -> ActionResult:
        return ActionResult({"ClusterInfoList": [self._head(c) | self._provisioned(c) for c in self._named()]})

    def list_clusters_v2(self) -> ActionResult:
        return ActionResult({"ClusterInfoList": [self._v2(c) for c in self._named()]})

    def delete_cluster(self) -> ActionResult:
        cluster = self._cluster()
        self.kafka_backend.clusters.pop(cluster.arn)
        self.kafka_backend.policies.pop(cluster.arn, None)
        return ActionResult({"ClusterArn": cluster.arn, "State": "DELETING"})

    def list_nodes(self) -> ActionResult:
        cluster = self._cluster()
        software = self._provisioned(cluster)["CurrentBrokerSoftwareInfo"]
        found = interfaces.for_owner(self.region, self.current_account, f"msk:{cluster.arn}:")
        return ActionResult({"NodeInfoList": [
            {
                "AddedToClusterTime": cluster.created.isoformat(), "NodeType": "BROKER",
                "InstanceType": cluster.broker_node_group_info["InstanceType"].removeprefix("kafka."),
                "NodeARN": cluster.arn.replace(":cluster/", ":broker/") + f"/{number}",
                "BrokerNodeInfo": {
                    "AttachedENIId": eni.id, "BrokerId": float(number), "ClientSubnet": eni.subnet.id,
                    "ClientVpcIpAddress": eni.private_ip_address, "CurrentBrokerSoftwareInfo": software,
                    "Endpoints": [dns_names.broker_name(cluster, number, self.region)],
                },
            }
            for number, eni in enumerate(found, start=1)
        ]})

    def get_bootstrap_brokers(self) -> ActionResult:
        """Ports: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html"""
        cluster = self._cluster()
        if cluster.state != "ACTIVE":
            return ActionResult({})
        auth = cluster.client_authentication or {}
        sasl = auth.get("Sasl") or {}
        transit = ((cluster.encryption_info or {}).get("EncryptionInTransit") or {}).get("ClientBroker", "TLS")
        open_to_all = not auth or (auth.get("Unauthenticated") or {}).get("Enabled") or (auth.get("Tls") or {}).get("Enabled")
        result = {}
        if transit != "TLS":
            result["BootstrapBrokerString"] = self._brokers(cluster, 9092)
        if transit != "PLAINTEXT" and open_to_all:
            result["BootstrapBrokerStringTls"] = self._brokers(cluster, 9094)
        if (sasl.get("Scram") or {}).get("Enabled"):
            result["BootstrapBrokerStringSaslScram"] = self._brokers(cluster, 9096)
        if (sasl.get("Iam") or {}).get("Enabled"):
            result["BootstrapBrokerStringSaslIam"] = self._brokers(cluster, 9098)
        return ActionResult(result)

    def _brokers(self, cluster, port: int) -> str:
        count = min(int(cluster.number_of_broker_nodes), 3)
        return ",".join(f"{dns_names.broker_name(cluster, n, self.region)}:{port}" for n in range(1, count + 1))

    # -- updates -------------------------------------------------------------------------------------------------------

    def _change(self, **settings) -> ActionResult:
        cluster = self._cluster()
        if self._get_param("CurrentVersion") not in (None, cluster.current_version):
            raise BadRequest("This operation requires a different cluster version: the one you gave is not current.")
        for name, value in settings.items():
            if value is not None:
                setattr(cluster, name, value)
        cluster.current_version = _version()
        operation = cluster.arn.replace(":cluster/", ":cluster-operation/") + f"/{uuid.uuid4()}"
        return ActionResult({"ClusterArn": cluster.arn, "ClusterOperationArn": operation})

    def update_cluster_configuration(self) -> ActionResult:
        wanted = self._get_param("ConfigurationInfo")
        known = self.configurations.get(wanted["Arn"])
        if known is None or int(wanted["Revision"]) > len(known.revisions):
            raise BadRequest("The provided configuration does not exist.")
        return self._change(configuration_info=dict(wanted))

    def update_broker_count(self) -> ActionResult:
        wanted = int(self._get_param("TargetNumberOfBrokerNodes"))
        if wanted < self._cluster().number_of_broker_nodes:
            raise BadRequest("The number of brokers can only grow.")
        return self._change(number_of_broker_nodes=wanted)

    def update_broker_type(self) -> ActionResult:
        info = self._cluster().broker_node_group_info | {"InstanceType": self._get_param("TargetInstanceType")}
        return self._change(broker_node_group_info=info)

    def update_broker_storage(self) -> ActionResult:
        wanted = self._get_param("TargetBrokerEBSVolumeInfo")[0]
        storage = {"EbsStorageInfo": {"VolumeSize": int(wanted["VolumeSizeGB"])}}
        return self._change(broker_node_group_info=self._cluster().broker_node_group_info | {"StorageInfo": storage})

    def update_cluster_kafka_version(self) -> ActionResult:
        return self._change(kafka_version=self._get_param("TargetKafkaVersion"), configuration_info=self._get_param("ConfigurationInfo"))

    def update_monitoring(self) -> ActionResult:
        return self._change(
            enhanced_monitoring=self._get_param("EnhancedMonitoring"), open_monitoring=self._get_param("OpenMonitoring"),
            logging_info=self._get_param("LoggingInfo"),
        )

    def update_security(self) -> ActionResult:
        return self._change(
            client_authentication=self._get_param("ClientAuthentication"), encryption_info=self._get_param("EncryptionInfo")
        )

    def list_kafka_versions(self) -> ActionResult:
        return ActionResult({"KafkaVersions": [{"Version": v, "Status": "ACTIVE"} for v in VERSIONS]})

    def get_compatible_kafka_versions(self) -> ActionResult:
        return ActionResult({"CompatibleKafkaVersions": [{"SourceVersion": v, "TargetVersions": VERSIONS[i + 1:]} for i, v in enumerate(VERSIONS)]})

    # -- secrets, policies, tags ---------------------------------------------------------------------------------------

    def batch_associate_scram_secret(self) -> ActionResult:
        cluster, failed = self._cluster(), []
        for arn in self._get_param("SecretArnList"):
            # https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html
            if ":secret:AmazonMSK_" not in arn:
                failed.append({"SecretArn": arn, "ErrorCode": "InvalidParameter", "ErrorMessage": "The secret's name must begin with AmazonMSK_"})
            elif arn not in cluster.scram_secrets:
                cluster.scram_secrets.append(arn)
        return ActionResult({"ClusterArn": cluster.arn, "UnprocessedScramSecrets": failed})

    def batch_disassociate_scram_secret(self) -> ActionResult:
        cluster = self._cluster()
        gone = set(self._get_param("SecretArnList"))
        cluster.scram_secrets = [s for s in cluster.scram_secrets if s not in gone]
        return ActionResult({"ClusterArn": cluster.arn, "UnprocessedScramSecrets": []})

    def list_scram_secrets(self) -> ActionResult:
        return ActionResult({"SecretArnList": self._cluster().scram_secrets})

    def put_cluster_policy(self) -> ActionResult:
        arn = self._cluster().arn
        version = self.kafka_backend.put_cluster_policy(arn, self._get_param("CurrentVersion"), self._get_param("Policy"))
        return ActionResult({"CurrentVersion": version})

    def get_cluster_policy(self) -> ActionResult:
        policy, version = self.kafka_backend.get_cluster_policy(self._cluster().arn)
        if not policy:
            raise NotFound("The cluster has no policy.")
        return ActionResult({"CurrentVersion": version, "Policy": policy})

    def delete_cluster_policy(self) -> EmptyResult:
        self.kafka_backend.policies.pop(self._cluster().arn, None)
        return EmptyResult()

    def list_tags_for_resource(self) -> ActionResult:
        return ActionResult({"Tags": self.kafka_backend.list_tags_for_resource(self._get_param("ResourceArn"))})

    def tag_resource(self) -> EmptyResult:
        self.kafka_backend.tag_resource(self._get_param("ResourceArn"), self._get_param("Tags"))
        return EmptyResult()

    def untag_resource(self) -> EmptyResult:
        self.kafka_backend.untag_resource(self._get_param("ResourceArn"), self._get_param("TagKeys"))
        return EmptyResult()


def _version() -> str:
    return "K" + uuid.uuid4().hex[:13].upper()
