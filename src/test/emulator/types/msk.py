"""Amazon MSK: configuration, cluster, secrets for SASL, cluster policy."""

from . import Handler, Refused, retag
from .iam import text


class Configuration(Handler):
    type = "AWS::MSK::Configuration"
    handles = ("Name", "Description", "KafkaVersionsList", "ServerProperties")
    ignores = {"LatestRevision": "read by GetAtt; as input it only describes"}

    def create(self, context, props):
        asked = {k: props[k] for k in ("Name", "Description") if k in props}
        if "KafkaVersionsList" in props:
            asked["KafkaVersions"] = props["KafkaVersionsList"]
        return context.client("kafka").create_configuration(ServerProperties=props["ServerProperties"], **asked)["Arn"]

    def attributes(self, context, physical, props):
        latest = context.client("kafka").describe_configuration(Arn=physical)["LatestRevision"]
        return {
            "Arn": physical, "LatestRevision.Revision": latest["Revision"], "LatestRevision.Description": latest.get("Description", ""),
            "LatestRevision.CreationTime": latest["CreationTime"].isoformat(),
        }

    def update(self, context, physical, old, new, changed):
        context.client("kafka").update_configuration(
            Arn=physical, Description=new.get("Description", ""), ServerProperties=new["ServerProperties"]
        )

    def delete(self, context, physical, props, snapshot):
        context.client("kafka").delete_configuration(Arn=physical)


# CloudFormation's spelling -> the API's
SPELLING = {
    "EBSStorageInfo": "EbsStorageInfo", "DataVolumeKMSKeyId": "DataVolumeKMSKeyId", "CertificateAuthorityArnList": "CertificateAuthorityArnList",
}


def respelled(value):
    if isinstance(value, dict):
        return {SPELLING.get(k, k): respelled(v) for k, v in value.items()}
    return [respelled(v) for v in value] if isinstance(value, list) else value


class Cluster(Handler):
    type = "AWS::MSK::Cluster"
    unseen = ("Rebalancing",)
    plain = (
        "ClusterName", "KafkaVersion", "NumberOfBrokerNodes", "BrokerNodeGroupInfo", "ConfigurationInfo", "EncryptionInfo",
        "EnhancedMonitoring", "OpenMonitoring", "LoggingInfo", "ClientAuthentication", "StorageMode", "Rebalancing",
    )
    handles = (*plain, "Tags")
    together = {"OpenMonitoring": "EnhancedMonitoring", "LoggingInfo": "EnhancedMonitoring", "EncryptionInfo": "ClientAuthentication"}

    def create(self, context, props):
        asked = {k: respelled(props[k]) for k in self.plain if k in props}
        tags = context.tags(props.get("Tags"))
        return context.client("kafka").create_cluster(**asked, **({"Tags": tags} if tags else {}))["ClusterArn"]

    def settle(self, context, physical, props):
        context.backend("kafka").clusters[physical].state = "ACTIVE"

    def attributes(self, context, physical, props):
        return {"Arn": physical, "CurrentVersion": context.backend("kafka").clusters[physical].current_version}

    def update(self, context, physical, old, new, changed):
        if len(self._attributes(old, new, changed)) > 1:  # https://github.com/aws/aws-cdk/issues/16765
            raise Refused("You can't update multiple attributes of the cluster in same request. Use a different request for each update.")
        kafka = context.client("kafka")
        if "Tags" in changed:
            present = kafka.list_tags_for_resource(ResourceArn=physical)["Tags"]
            retag(
                lambda t: kafka.tag_resource(ResourceArn=physical, Tags=t), lambda keys: kafka.untag_resource(ResourceArn=physical, TagKeys=keys),
                present, context.tags(new.get("Tags")),
            )
        for name in sorted(changed - {"Tags"}):
            version = {"ClusterArn": physical, "CurrentVersion": context.backend("kafka").clusters[physical].current_version}
            getattr(self, "_" + name, self._refuse(name))(kafka, version, old, new)

    def _attributes(self, old, new, changed) -> set:
        """What of the cluster a request of its own changes."""
        before, after = (p.get("BrokerNodeGroupInfo", {}) for p in (old, new))
        parts = {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
        return {self.together.get(name, name) for name in changed - {"Tags", "BrokerNodeGroupInfo"}} | parts

    def _refuse(self, name):
        def refuse(*_):
            raise Refused(f"The emulator cannot change {name} of {self.type} in place")

        return refuse

    def _ConfigurationInfo(self, kafka, version, old, new):
        kafka.update_cluster_configuration(ConfigurationInfo=new["ConfigurationInfo"], **version)

    def _NumberOfBrokerNodes(self, kafka, version, old, new):
        kafka.update_broker_count(TargetNumberOfBrokerNodes=new["NumberOfBrokerNodes"], **version)

    def _BrokerNodeGroupInfo(self, kafka, version, old, new):
        before, after = old["BrokerNodeGroupInfo"], new["BrokerNodeGroupInfo"]
        size = after.get("StorageInfo", {}).get("EBSStorageInfo", {}).get("VolumeSize")
        if size != before.get("StorageInfo", {}).get("EBSStorageInfo", {}).get("VolumeSize"):
            if size < before["StorageInfo"]["EBSStorageInfo"]["VolumeSize"]:
                raise Refused("The EBS volume size of brokers can only grow. (Service: Kafka, Status Code: 400)")
            kafka.update_broker_storage(TargetBrokerEBSVolumeInfo=[{"KafkaBrokerNodeId": "All", "VolumeSizeGB": size}], **version)
            version["CurrentVersion"] = kafka.describe_cluster(ClusterArn=version["ClusterArn"])["ClusterInfo"]["CurrentVersion"]
        if after["InstanceType"] != before["InstanceType"]:
            kafka.update_broker_type(TargetInstanceType=after["InstanceType"], **version)

    def _KafkaVersion(self, kafka, version, old, new):
        kafka.update_cluster_kafka_version(TargetKafkaVersion=new["KafkaVersion"], **version)

    def _monitoring(self, kafka, version, old, new):
        asked = {k: respelled(new[k]) for k in ("EnhancedMonitoring", "OpenMonitoring", "LoggingInfo") if k in new}
        kafka.update_monitoring(**asked, **version)

    _EnhancedMonitoring = _OpenMonitoring = _LoggingInfo = _monitoring

    def _security(self, kafka, version, old, new):
        asked = {k: respelled(new[k]) for k in ("ClientAuthentication", "EncryptionInfo") if k in new}
        kafka.update_security(**asked, **version)

    _ClientAuthentication = _EncryptionInfo = _security

    def leaving(self, context, physical, props):
        context.backend("kafka").clusters[physical].state = "DELETING"

    def delete(self, context, physical, props, snapshot):
        context.client("kafka").delete_cluster(ClusterArn=physical)


class ScramSecrets(Handler):
    type = "AWS::MSK::BatchScramSecret"
    handles = ("ClusterArn", "SecretArnList")

    def create(self, context, props):
        self._associate(context, props["ClusterArn"], props.get("SecretArnList", []))
        return props["ClusterArn"]

    def _associate(self, context, cluster, arns):
        if arns:
            failed = context.client("kafka").batch_associate_scram_secret(ClusterArn=cluster, SecretArnList=arns)["UnprocessedScramSecrets"]
            if failed:
                raise Refused(failed[0]["ErrorMessage"])

    def update(self, context, physical, old, new, changed):
        gone = [a for a in old.get("SecretArnList", []) if a not in new.get("SecretArnList", [])]
        if gone:
            context.client("kafka").batch_disassociate_scram_secret(ClusterArn=physical, SecretArnList=gone)
        self._associate(context, physical, [a for a in new.get("SecretArnList", []) if a not in old.get("SecretArnList", [])])

    def delete(self, context, physical, props, snapshot):
        if props.get("SecretArnList"):
            context.client("kafka").batch_disassociate_scram_secret(ClusterArn=physical, SecretArnList=props["SecretArnList"])


class ClusterPolicy(Handler):
    type = "AWS::MSK::ClusterPolicy"
    handles = ("ClusterArn", "Policy")

    def create(self, context, props):
        context.client("kafka").put_cluster_policy(ClusterArn=props["ClusterArn"], Policy=text(props["Policy"]))
        return props["ClusterArn"]

    def attributes(self, context, physical, props):
        return {"CurrentVersion": context.client("kafka").get_cluster_policy(ClusterArn=physical)["CurrentVersion"]}

    def update(self, context, physical, old, new, changed):
        kafka = context.client("kafka")
        current = kafka.get_cluster_policy(ClusterArn=physical)["CurrentVersion"]
        kafka.put_cluster_policy(ClusterArn=physical, Policy=text(new["Policy"]), CurrentVersion=current)

    def delete(self, context, physical, props, snapshot):
        context.client("kafka").delete_cluster_policy(ClusterArn=physical)
