"""EKS: cluster, node groups, add-ons, pod identities, access entries."""

from . import of, pascal, pick

LOGS = "clusterLogging"


def _logging(found: dict) -> dict:
    kinds = [k for part in (found.get("logging") or {}).get(LOGS, []) if part.get("enabled") for k in part.get("types", [])]
    return {"ClusterLogging": {"EnabledTypes": [{"Type": kind} for kind in kinds]}}


@of("AWS::EKS::Cluster")
def cluster(context, physical, props):
    found = context.client("eks").describe_cluster(name=physical)["cluster"]
    shown = pascal(pick(
        found, "name", "version", "roleArn", "resourcesVpcConfig", "kubernetesNetworkConfig", "encryptionConfig", "accessConfig",
        "upgradePolicy", "deletionProtection", "zonalShiftConfig",
    ))
    return shown | {"Logging": _logging(found), "Tags": found.get("tags") or {}}


@of("AWS::EKS::Nodegroup")
def node_group(context, physical, props):
    cluster_name, name = physical.split("/")
    found = context.client("eks").describe_nodegroup(clusterName=cluster_name, nodegroupName=name)["nodegroup"]
    shown = pascal(pick(
        found, "clusterName", "nodegroupName", "nodeRole", "subnets", "scalingConfig", "instanceTypes", "amiType", "capacityType", "diskSize",
        "labels", "taints", "launchTemplate", "version", "updateConfig", "nodeRepairConfig",
    ))
    return shown | {"Tags": found.get("tags") or {}}


@of("AWS::EKS::Addon")
def addon(context, physical, props):
    eks = context.client("eks")
    found = eks.describe_addon(clusterName=props["ClusterName"], addonName=props["AddonName"])["addon"]
    shown = pascal(pick(found, "clusterName", "addonName", "addonVersion", "serviceAccountRoleArn", "configurationValues"))
    own = [a for a in eks.list_pod_identity_associations(clusterName=props["ClusterName"])["associations"] if a.get("ownerArn") == found["addonArn"]]
    pods = [
        eks.describe_pod_identity_association(clusterName=props["ClusterName"], associationId=a["associationId"])["association"] for a in own
    ]
    return shown | {"PodIdentityAssociations": [pascal(pick(p, "serviceAccount", "roleArn")) for p in pods], "Tags": found.get("tags") or {}}


@of("AWS::EKS::PodIdentityAssociation")
def pod_identity(context, physical, props):
    ident = physical.rsplit("/", 1)[1]
    found = context.client("eks").describe_pod_identity_association(clusterName=props["ClusterName"], associationId=ident)["association"]
    return pascal(pick(found, "clusterName", "namespace", "serviceAccount", "roleArn")) | {"Tags": found.get("tags") or {}}


@of("AWS::EKS::AccessEntry")
def access_entry(context, physical, props):
    eks, where = context.client("eks"), {"clusterName": props["ClusterName"], "principalArn": props["PrincipalArn"]}
    found = eks.describe_access_entry(**where)["accessEntry"]
    policies = eks.list_associated_access_policies(**where)["associatedAccessPolicies"]
    shown = pascal(pick(found, "clusterName", "principalArn", "kubernetesGroups", "username", "type"))
    return shown | {"AccessPolicies": [pascal(pick(p, "policyArn", "accessScope")) for p in policies], "Tags": found.get("tags") or {}}
