"""Amazon MSK."""

from . import document, of, pick

# the API's spelling -> CloudFormation's
SPELLING = {"EbsStorageInfo": "EBSStorageInfo"}


def respelled(value):
    if isinstance(value, dict):
        return {SPELLING.get(k, k): respelled(v) for k, v in value.items()}
    return [respelled(v) for v in value] if isinstance(value, list) else value


@of("AWS::MSK::Configuration")
def configuration(context, physical, props):
    kafka = context.client("kafka")
    found = kafka.describe_configuration(Arn=physical)
    latest = kafka.describe_configuration_revision(Arn=physical, Revision=found["LatestRevision"]["Revision"])
    return {
        "Name": found["Name"], "Description": found["LatestRevision"].get("Description"), "KafkaVersionsList": found["KafkaVersions"],
        "ServerProperties": latest["ServerProperties"].decode(),
    }


@of("AWS::MSK::Cluster")
def cluster(context, physical, props):
    kafka = context.client("kafka")
    found = kafka.describe_cluster(ClusterArn=physical)["ClusterInfo"]
    software = found["CurrentBrokerSoftwareInfo"]
    shown = respelled(pick(
        found, "ClusterName", "NumberOfBrokerNodes", "BrokerNodeGroupInfo", "EncryptionInfo", "EnhancedMonitoring", "OpenMonitoring",
        "LoggingInfo", "ClientAuthentication", "StorageMode",
    ))
    running = {"Arn": software.get("ConfigurationArn"), "Revision": software.get("ConfigurationRevision")}
    return shown | {"KafkaVersion": software["KafkaVersion"], "ConfigurationInfo": running, "Tags": found.get("Tags") or {}}


@of("AWS::MSK::BatchScramSecret")
def scram_secrets(context, physical, props):
    return {"ClusterArn": physical, "SecretArnList": context.client("kafka").list_scram_secrets(ClusterArn=physical)["SecretArnList"]}


@of("AWS::MSK::ClusterPolicy")
def cluster_policy(context, physical, props):
    return {"ClusterArn": physical, "Policy": document(context.client("kafka").get_cluster_policy(ClusterArn=physical)["Policy"])}
