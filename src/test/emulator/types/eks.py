"""EKS: cluster, node groups, add-ons, pod identities, access entries."""

from . import Handler, Refused, retag


def camel(value):
    """CloudFormation's PascalCase as EKS's camelCase, all the way down (but not keys of labels and tags)."""
    if isinstance(value, dict):
        return {k[0].lower() + k[1:]: v if k in ("Labels", "Tags") else camel(v) for k, v in value.items()}
    return [camel(v) for v in value] if isinstance(value, list) else value


class Eks(Handler):
    """Everything in EKS is tagged by its ARN."""

    @staticmethod
    def retag(context, arn, new) -> None:
        eks = context.client("eks")
        retag(
            lambda t: eks.tag_resource(resourceArn=arn, tags=t), lambda keys: eks.untag_resource(resourceArn=arn, tagKeys=keys),
            eks.list_tags_for_resource(resourceArn=arn)["tags"], context.tags(new.get("Tags")),
        )


class Cluster(Eks):
    type = "AWS::EKS::Cluster"
    handles = (
        "Name", "Version", "RoleArn", "ResourcesVpcConfig", "KubernetesNetworkConfig", "Logging", "EncryptionConfig", "AccessConfig",
        "UpgradePolicy", "DeletionProtection", "ZonalShiftConfig", "Tags",
    )
    ignores = {"BootstrapSelfManagedAddons": "nothing runs in this cluster"}

    def create(self, context, props):
        eks, name = context.client("eks"), props.get("Name") or context.name(100)
        asked = {camel({k: 0}).popitem()[0]: camel(v) for k, v in props.items() if k not in ("Name", "Tags", "Logging", *self.ignores)}
        if "Logging" in props:
            asked["logging"] = logging(props["Logging"])
        if "EncryptionConfig" in props:
            asked["encryptionConfig"] = camel(props["EncryptionConfig"])
        eks.create_cluster(name=name, tags=context.tags(props.get("Tags")), **asked)
        self._backend(context, name).status = "CREATING"
        return name

    def _backend(self, context, name):
        return context.backend("eks").clusters[name]

    def settle(self, context, physical, props):
        self._backend(context, physical).status = "ACTIVE"

    def attributes(self, context, physical, props):
        found = context.client("eks").describe_cluster(name=physical)["cluster"]
        return {
            "Arn": found["arn"], "Id": physical, "Endpoint": found["endpoint"],
            "CertificateAuthorityData": found["certificateAuthority"]["data"], "OpenIdConnectIssuerUrl": found["identity"]["oidc"]["issuer"],
            "ClusterSecurityGroupId": found["resourcesVpcConfig"]["clusterSecurityGroupId"],
            "EncryptionConfigKeyArn": ((found.get("encryptionConfig") or [{}])[0].get("provider") or {}).get("keyArn", ""),
        }

    def update(self, context, physical, old, new, changed):
        eks = context.client("eks")
        if "Tags" in changed:
            self.retag(context, self._backend(context, physical).arn, new)
        if "Version" in changed:
            eks.update_cluster_version(name=physical, version=new["Version"])
        if "DeletionProtection" in changed:
            self._backend(context, physical).deletion_protection = bool(new.get("DeletionProtection"))
        asked = {}
        if "ResourcesVpcConfig" in changed:
            asked["resourcesVpcConfig"] = camel(new["ResourcesVpcConfig"])
        if "Logging" in changed:
            asked["logging"] = logging(new.get("Logging", {}))
        if "AccessConfig" in changed:
            mode = camel(new["AccessConfig"]).get("authenticationMode")
            asked["accessConfig"] = {"authenticationMode": mode}
        if asked:
            eks.update_cluster_config(name=physical, **asked)
        rest = changed - {"Tags", "Version", "ResourcesVpcConfig", "Logging", "AccessConfig", "DeletionProtection"}
        if rest:
            raise Refused(f"The emulator cannot change {', '.join(sorted(rest))} of {self.type} in place")

    def leaving(self, context, physical, props):
        cluster = self._backend(context, physical)
        if cluster.deletion_protection:
            raise Refused("Cluster has deletion protection enabled. (Service: Eks, Status Code: 400)")
        if cluster.nodegroups:
            raise Refused("Cluster has nodegroups attached (Service: Eks, Status Code: 409)")
        cluster.status = "DELETING"

    def delete(self, context, physical, props, snapshot):
        context.client("eks").delete_cluster(name=physical)


def logging(value: dict) -> dict:
    types = [t["Type"] for t in value.get("ClusterLogging", {}).get("EnabledTypes", [])]
    return {"clusterLogging": [{"types": types, "enabled": True}]}


class Nodegroup(Eks):
    type = "AWS::EKS::Nodegroup"
    handles = (
        "ClusterName", "NodegroupName", "NodeRole", "Subnets", "ScalingConfig", "InstanceTypes", "AmiType", "CapacityType", "DiskSize",
        "Labels", "Taints", "LaunchTemplate", "Version", "UpdateConfig", "NodeRepairConfig", "Tags",
    )
    ignores = {"ForceUpdateEnabled": "no pod is in the way here", "ReleaseVersion": "moto's images have no releases"}
    alone = {"Version", "ReleaseVersion", "LaunchTemplate"}

    def create(self, context, props):
        name = props.get("NodegroupName") or context.name(63)
        asked = {camel({k: 0}).popitem()[0]: camel(v) for k, v in props.items() if k not in ("NodegroupName", "Tags", "Labels", *self.ignores)}
        if "diskSize" in asked:
            asked["diskSize"] = int(asked["diskSize"])
        asked["labels"] = props.get("Labels", {})
        made = context.client("eks").create_nodegroup(nodegroupName=name, tags=context.tags(props.get("Tags")), **asked)
        self._backend(context, f"{made['nodegroup']['clusterName']}/{name}").status = "CREATING"
        return f"{props['ClusterName']}/{name}"

    def _backend(self, context, physical):
        cluster, name = physical.split("/")
        return context.backend("eks").clusters[cluster].nodegroups[name]

    def settle(self, context, physical, props):
        self._backend(context, physical).status = "ACTIVE"

    def attributes(self, context, physical, props):
        group = self._backend(context, physical)
        return {"Arn": group.arn, "ClusterName": group.cluster_name, "NodegroupName": group.nodegroup_name, "Id": physical}

    def update(self, context, physical, old, new, changed):
        # https://github.com/aws/aws-cdk/issues/16644
        if changed & self.alone and changed - self.alone:
            raise Refused("Version and ReleaseVersion updates cannot be combined with other updates (Service: Eks, Status Code: 400)")
        eks = context.client("eks")
        cluster, name = physical.split("/")
        asked = {}
        if "Labels" in changed:
            gone = [k for k in old.get("Labels", {}) if k not in new.get("Labels", {})]
            asked["labels"] = {"addOrUpdateLabels": new.get("Labels", {}), "removeLabels": gone}
        if "ScalingConfig" in changed:
            asked["scalingConfig"] = camel(new["ScalingConfig"])
        if "UpdateConfig" in changed:
            asked["updateConfig"] = camel(new.get("UpdateConfig", {}))
        if "Taints" in changed:
            asked["taints"] = {"addOrUpdateTaints": camel(new.get("Taints", [])), "removeTaints": camel([t for t in old.get("Taints", []) if t not in new.get("Taints", [])])}
        if asked:
            eks.update_nodegroup_config(clusterName=cluster, nodegroupName=name, **asked)
        version = {camel({k: 0}).popitem()[0]: camel(new[k]) for k in ("Version", "LaunchTemplate") if k in changed and k in new}
        if version:
            eks.update_nodegroup_version(clusterName=cluster, nodegroupName=name, **version)
        if "Tags" in changed:
            self.retag(context, self._backend(context, physical).arn, new)
        rest = changed - {"Labels", "ScalingConfig", "UpdateConfig", "Taints", "Version", "LaunchTemplate", "Tags"}
        if rest:
            raise Refused(f"The emulator cannot change {', '.join(sorted(rest))} of {self.type} in place")

    def leaving(self, context, physical, props):
        self._backend(context, physical).status = "DELETING"

    def delete(self, context, physical, props, snapshot):
        cluster, name = physical.split("/")
        context.client("eks").delete_nodegroup(clusterName=cluster, nodegroupName=name)


class Addon(Eks):
    type = "AWS::EKS::Addon"
    handles = ("ClusterName", "AddonName", "AddonVersion", "ServiceAccountRoleArn", "ConfigurationValues", "PodIdentityAssociations", "Tags")
    ignores = {
        "ResolveConflicts": "nothing else installs add-ons here", "PreserveOnDelete": "nothing runs that could be preserved",
    }

    def create(self, context, props):
        asked = {camel({k: 0}).popitem()[0]: camel(v) for k, v in props.items() if k not in ("Tags", *self.ignores)}
        context.client("eks").create_addon(tags=context.tags(props.get("Tags")), **asked)
        return f"{props['ClusterName']}|{props['AddonName']}"

    def attributes(self, context, physical, props):
        found = context.client("eks").describe_addon(clusterName=props["ClusterName"], addonName=props["AddonName"])
        return {"Arn": found["addon"]["addonArn"]}

    def update(self, context, physical, old, new, changed):
        asked = {camel({k: 0}).popitem()[0]: new[k] for k in ("AddonVersion", "ServiceAccountRoleArn", "ConfigurationValues") if k in new}
        if "Tags" in changed:
            self.retag(context, self.attributes(context, physical, new)["Arn"], new)
        if "PodIdentityAssociations" in changed:
            raise Refused("The emulator cannot change PodIdentityAssociations of an add-on in place")
        context.client("eks").update_addon(clusterName=new["ClusterName"], addonName=new["AddonName"], **asked)

    def delete(self, context, physical, props, snapshot):
        context.client("eks").delete_addon(clusterName=props["ClusterName"], addonName=props["AddonName"])


class PodIdentityAssociation(Eks):
    type = "AWS::EKS::PodIdentityAssociation"
    handles = ("ClusterName", "Namespace", "ServiceAccount", "RoleArn", "Tags")

    def create(self, context, props):
        made = context.client("eks").create_pod_identity_association(
            clusterName=props["ClusterName"], namespace=props["Namespace"], serviceAccount=props["ServiceAccount"], roleArn=props["RoleArn"],
            tags=context.tags(props.get("Tags")),
        )
        return made["association"]["associationArn"]

    def attributes(self, context, physical, props):
        return {"AssociationArn": physical, "AssociationId": physical.rsplit("/", 1)[1]}

    def update(self, context, physical, old, new, changed):
        if "Tags" in changed:
            self.retag(context, physical, new)
        context.client("eks").update_pod_identity_association(
            clusterName=new["ClusterName"], associationId=physical.rsplit("/", 1)[1], roleArn=new["RoleArn"]
        )

    def delete(self, context, physical, props, snapshot):
        context.client("eks").delete_pod_identity_association(clusterName=props["ClusterName"], associationId=physical.rsplit("/", 1)[1])


class AccessEntry(Eks):
    type = "AWS::EKS::AccessEntry"
    handles = ("ClusterName", "PrincipalArn", "KubernetesGroups", "Username", "Type", "AccessPolicies", "Tags")

    def create(self, context, props):
        asked = {camel({k: 0}).popitem()[0]: v for k, v in props.items() if k not in ("AccessPolicies", "Tags")}
        context.client("eks").create_access_entry(tags=context.tags(props.get("Tags")), **asked)
        self._policies(context, {}, props)
        return f"{props['PrincipalArn']}|{props['ClusterName']}"

    def _policies(self, context, old, new):
        eks = context.client("eks")
        where = {"clusterName": new["ClusterName"], "principalArn": new["PrincipalArn"]}
        kept = [p["PolicyArn"] for p in new.get("AccessPolicies", [])]
        for policy in [p for p in old.get("AccessPolicies", []) if p["PolicyArn"] not in kept]:
            eks.disassociate_access_policy(policyArn=policy["PolicyArn"], **where)
        for policy in new.get("AccessPolicies", []):
            eks.associate_access_policy(policyArn=policy["PolicyArn"], accessScope=camel(policy["AccessScope"]), **where)

    def attributes(self, context, physical, props):
        found = context.client("eks").describe_access_entry(clusterName=props["ClusterName"], principalArn=props["PrincipalArn"])
        return {"AccessEntryArn": found["accessEntry"]["accessEntryArn"]}

    def update(self, context, physical, old, new, changed):
        asked = {camel({k: 0}).popitem()[0]: new[k] for k in ("KubernetesGroups", "Username") if k in new}
        if "Tags" in changed:
            self.retag(context, self.attributes(context, physical, new)["AccessEntryArn"], new)
        context.client("eks").update_access_entry(clusterName=new["ClusterName"], principalArn=new["PrincipalArn"], **asked)
        self._policies(context, old, new)

    def delete(self, context, physical, props, snapshot):
        context.client("eks").delete_access_entry(clusterName=props["ClusterName"], principalArn=props["PrincipalArn"])
