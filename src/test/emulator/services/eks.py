"""EKS on moto's back end: add-ons, pod identities, access entries, versions, node groups with real instances."""

import re
import uuid
from datetime import datetime, timezone

from botocore.exceptions import ClientError
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult
from moto.eks.responses import EKSResponse

from .. import aws, leftovers
from ..clock import now
from .eks_nodes import NodeGroups

VERSIONS = {"1.31": "STANDARD_SUPPORT", "1.32": "STANDARD_SUPPORT", "1.33": "STANDARD_SUPPORT", "1.34": "STANDARD_SUPPORT",
            "1.35": "STANDARD_SUPPORT"}
DEFAULT_VERSION = "1.35"
ADDON_VERSIONS = {
    "vpc-cni": "v1.20.4-eksbuild.2", "coredns": "v1.12.4-eksbuild.1", "kube-proxy": "v1.34.1-eksbuild.2",
    "eks-pod-identity-agent": "v1.3.9-eksbuild.5", "aws-ebs-csi-driver": "v1.53.0-eksbuild.1", "metrics-server": "v0.8.0-eksbuild.5",
    "aws-efs-csi-driver": "v2.1.15-eksbuild.1", "amazon-cloudwatch-observability": "v4.7.0-eksbuild.1",
    "cert-manager": "v1.19.1-eksbuild.1", "external-dns": "v0.20.0-eksbuild.1", "snapshot-controller": "v8.3.0-eksbuild.1",
}


class NotFound(ServiceException):
    code = "ResourceNotFoundException"


class InUse(ServiceException):
    code = "ResourceInUseException"


class Invalid(ServiceException):
    code = "InvalidParameterException"


class Api(EKSResponse):
    """moto's actions, and those it lacks; parameters come parsed under botocore's member names."""

    def _cluster(self, name: str | None = None):
        name = name or self._path(r"/clusters/([^/]+)")
        if name not in self.eks_backend.clusters:
            raise NotFound(f"No cluster found for name: {name}.")
        return self.eks_backend.clusters[name]

    def _path(self, pattern: str) -> str:
        from urllib.parse import unquote

        match = re.search(pattern, self.raw_path)
        return unquote(match.group(1)) if match else ""

    def _table(self, cluster, name: str) -> dict:
        return cluster.__dict__.setdefault(f"ess_{name}", {})

    # -- clusters ------------------------------------------------------------------------------------------------------

    def create_cluster(self) -> ActionResult:
        config = dict(self._get_param("resourcesVpcConfig") or {})
        subnets = aws.client("ec2", self.region, self.current_account).describe_subnets(SubnetIds=config.get("subnetIds", []))["Subnets"]
        if len({s["AvailabilityZone"] for s in subnets}) < 2:
            raise Invalid("Subnets specified must be in at least two different AZs")
        version = self._get_param("version")
        if version and version not in VERSIONS:
            raise Invalid(f"unsupported Kubernetes version {version}")
        result = super().create_cluster()
        cluster = result._result["cluster"]
        self._finish(cluster, config, subnets)
        return result

    def _finish(self, cluster, config: dict, subnets: list) -> None:
        if not self._get_param("version"):
            cluster.version = DEFAULT_VERSION
        cluster.platform_version = "eks.1"
        access = dict(self._get_param("accessConfig") or {})
        access.setdefault("authenticationMode", "CONFIG_MAP")
        cluster.access_config = access
        cluster.upgrade_policy = self._get_param("upgradePolicy") or {"supportType": "EXTENDED"}
        cluster.deletion_protection = bool(self._get_param("deletionProtection"))
        cluster.zonal_shift_config = self._get_param("zonalShiftConfig")
        cluster.health = {"issues": []}
        config.setdefault("endpointPublicAccess", True)
        config.setdefault("endpointPrivateAccess", False)
        config.setdefault("publicAccessCidrs", ["0.0.0.0/0"])
        config["vpcId"] = subnets[0]["VpcId"]
        self._log_group(cluster)
        config["clusterSecurityGroupId"] = self._cluster_group(cluster, config["vpcId"])
        cluster.resources_vpc_config = config

    def _log_group(self, cluster) -> None:
        """EKS makes the group of the control plane's logs where nobody has."""
        logs = aws.backend("logs", self.region, self.current_account)
        wanted = any(part.get("enabled") and part.get("types") for part in (self._get_param("logging") or {}).get("clusterLogging", []))
        if wanted and leftovers.log_group_of(cluster.name) not in logs.groups:
            logs.create_log_group(leftovers.log_group_of(cluster.name), {})

    def _cluster_group(self, cluster, vpc: str) -> str:
        """EKS makes a security group of its own: https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html"""
        ec2 = aws.client("ec2", self.region, self.current_account)
        name = f"eks-cluster-sg-{cluster.name}-{uuid.uuid4().int % 10**9}"
        text = "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well as any managed workloads."
        tags = [{"Key": f"kubernetes.io/cluster/{cluster.name}", "Value": "owned"}, {"Key": "aws:eks:cluster-name", "Value": cluster.name}]
        group = ec2.create_security_group(GroupName=name, Description=text, VpcId=vpc)["GroupId"]
        aws.backend("ec2", self.region, self.current_account).create_tags([group], {t["Key"]: t["Value"] for t in tags})
        peer = {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": group}]}
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[peer])
        return group

    def delete_cluster(self) -> ActionResult:
        cluster = self._cluster()
        group = (cluster.resources_vpc_config or {}).get("clusterSecurityGroupId")
        result = super().delete_cluster()
        if group:
            self._delete_group(aws.client("ec2", self.region, self.current_account), group)
        return result

    @staticmethod
    def _delete_group(ec2, group: str) -> None:
        """EKS removes its group with the cluster, unless something still uses it: then the group stays."""
        try:
            ec2.delete_security_group(GroupId=group)
        except ClientError as e:
            if e.response["Error"]["Code"] not in ("DependencyViolation", "InvalidGroup.NotFound"):
                raise

    def update_cluster_config(self) -> ActionResult:
        cluster = self._cluster()
        config = cluster.resources_vpc_config | (self._get_param("resourcesVpcConfig") or {})
        cluster.resources_vpc_config = config
        cluster.logging = self._get_param("logging") or cluster.logging
        cluster.access_config = cluster.access_config | (self._get_param("accessConfig") or {})
        return ActionResult({"update": _update("ConfigUpdate")})

    def update_cluster_version(self) -> ActionResult:
        self._cluster().version = self._get_param("version")
        return ActionResult({"update": _update("VersionUpdate")})

    def describe_cluster_versions(self) -> ActionResult:
        day = datetime(2025, 1, 1, tzinfo=timezone.utc)
        return ActionResult({"clusterVersions": [
            {
                "clusterVersion": v, "clusterType": "eks", "defaultPlatformVersion": "eks.1", "defaultVersion": v == DEFAULT_VERSION,
                "releaseDate": day, "endOfStandardSupportDate": day.replace(year=2027), "endOfExtendedSupportDate": day.replace(year=2028),
                "versionStatus": s, "status": s.lower().replace("_", "-"), "kubernetesPatchVersion": f"{v}.1",
            }
            for v, s in VERSIONS.items()
        ]})

    # -- node groups ---------------------------------------------------------------------------------------------------

    def create_nodegroup(self) -> ActionResult:
        result = super().create_nodegroup()
        group = result._result["nodegroup"]
        group.version = self._get_param("version") or self._cluster(group.cluster_name).version
        group.release_version = f"{group.version}.1-20251101"
        group.update_config = self._get_param("updateConfig") or {"maxUnavailable": 1}
        group.node_repair_config = self._get_param("nodeRepairConfig")
        group.health = {"issues": []}
        if not self._get_param("remoteAccess"):
            group.remote_access = None
        if self._get_param("launchTemplate"):
            group.disk_size = None
        NodeGroups(self.region, self.current_account).start(group)
        return result

    def list_nodegroups(self) -> ActionResult:
        self._cluster()
        return super().list_nodegroups()

    def update_nodegroup_config(self) -> ActionResult:
        result = super().update_nodegroup_config()
        group = self._cluster().nodegroups[self._path(r"/node-groups/([^/]+)")]
        NodeGroups(self.region, self.current_account).scale(group)
        return result

    def update_nodegroup_version(self) -> ActionResult:
        group = self._cluster().nodegroups[self._path(r"/node-groups/([^/]+)")]
        group.version = self._get_param("version") or group.version
        if self._get_param("launchTemplate"):
            group.launch_template = dict(group.launch_template or {}) | self._get_param("launchTemplate")
        NodeGroups(self.region, self.current_account).exchange(group)
        return ActionResult({"update": _update("VersionUpdate")})

    def delete_nodegroup(self) -> ActionResult:
        result = super().delete_nodegroup()
        NodeGroups(self.region, self.current_account).stop(result._result["nodegroup"])
        return result

    # -- add-ons -------------------------------------------------------------------------------------------------------

    def _addons(self) -> dict:
        return self._table(self._cluster(), "addons")

    def _addon(self) -> dict:
        name = self._path(r"/addons/([^/]+)")
        if name not in self._addons():
            raise NotFound(f"No addon: {name} found in cluster: {self._cluster().name}")
        return self._addons()[name]

    def create_addon(self) -> ActionResult:
        name, cluster = self._get_param("addonName"), self._cluster()
        if name in self._addons():
            raise InUse("Addon already exists.")
        if name not in ADDON_VERSIONS:
            raise Invalid(f"Addon {name} specified is not supported")
        addon = {
            "addonName": name, "clusterName": cluster.name, "status": "ACTIVE", "health": {"issues": []}, "createdAt": now(),
            "addonVersion": self._get_param("addonVersion") or ADDON_VERSIONS[name], "modifiedAt": now(), "publisher": "eks", "owner": "aws",
            "addonArn": cluster.arn.replace(":cluster/", ":addon/") + f"/{name}/{uuid.uuid4()}", "tags": self._get_param("tags") or {},
        }
        for key in ("serviceAccountRoleArn", "configurationValues"):
            if self._get_param(key):
                addon[key] = self._get_param(key)
        wanted = self._get_param("podIdentityAssociations") or []
        addon["podIdentityAssociations"] = [
            self._associate(cluster, "kube-system", w["serviceAccount"], w["roleArn"], {}, addon["addonArn"])["associationArn"] for w in wanted
        ]
        self._addons()[name] = addon
        return ActionResult({"addon": addon})

    def describe_addon(self) -> ActionResult:
        return ActionResult({"addon": self._addon()})

    def list_addons(self) -> ActionResult:
        return ActionResult({"addons": sorted(self._addons())})

    def update_addon(self) -> ActionResult:
        addon = self._addon()
        for key in ("addonVersion", "serviceAccountRoleArn", "configurationValues"):
            if self._get_param(key):
                addon[key] = self._get_param(key)
        addon["modifiedAt"] = now()
        return ActionResult({"update": _update("AddonUpdate")})

    def delete_addon(self) -> ActionResult:
        addon = self._addon()
        del self._addons()[addon["addonName"]]
        pods = self._table(self._cluster(), "pods")
        for key in [k for k, v in pods.items() if v.get("ownerArn") == addon["addonArn"]]:
            del pods[key]
        return ActionResult({"addon": addon | {"status": "DELETING"}})

    def describe_addon_versions(self) -> ActionResult:
        wanted = (self.querystring.get("addonName") or [None])[0]
        return ActionResult({"addons": [
            {"addonName": n, "publisher": "eks", "owner": "aws", "addonVersions": [
                {"addonVersion": v, "compatibilities": [{"clusterVersion": c, "defaultVersion": True} for c in VERSIONS]}
            ]}
            for n, v in ADDON_VERSIONS.items() if wanted in (None, n)
        ]})

    # -- pod identities ------------------------------------------------------------------------------------------------

    def _associate(self, cluster, namespace, account, role, tags, owner=None) -> dict:
        ident = "a-" + uuid.uuid4().hex[:17]
        made = {
            "clusterName": cluster.name, "namespace": namespace, "serviceAccount": account, "roleArn": role, "associationId": ident,
            "associationArn": cluster.arn.replace(":cluster/", ":podidentityassociation/") + f"/{ident}", "tags": tags,
            "createdAt": now(), "modifiedAt": now(), "disableSessionTags": False,
        }
        if owner:
            made["ownerArn"] = owner
        self._table(cluster, "pods")[ident] = made
        return made

    def create_pod_identity_association(self) -> ActionResult:
        cluster, namespace, account = self._cluster(), self._get_param("namespace"), self._get_param("serviceAccount")
        if any((p["namespace"], p["serviceAccount"]) == (namespace, account) for p in self._table(cluster, "pods").values()):
            raise InUse("Association already exists")
        made = self._associate(cluster, namespace, account, self._get_param("roleArn"), self._get_param("tags") or {})
        return ActionResult({"association": made})

    def _pod(self) -> dict:
        ident = self._path(r"/pod-identity-associations/([^/]+)")
        found = self._table(self._cluster(), "pods").get(ident)
        if found is None:
            raise NotFound(f"No pod identity association found for id {ident}")
        return found

    def describe_pod_identity_association(self) -> ActionResult:
        return ActionResult({"association": self._pod()})

    def list_pod_identity_associations(self) -> ActionResult:
        keys = ("clusterName", "namespace", "serviceAccount", "associationArn", "associationId", "ownerArn")
        pods = self._table(self._cluster(), "pods").values()
        return ActionResult({"associations": [{k: p[k] for k in keys if k in p} for p in pods]})

    def update_pod_identity_association(self) -> ActionResult:
        pod = self._pod()
        pod.update(roleArn=self._get_param("roleArn") or pod["roleArn"], modifiedAt=now())
        return ActionResult({"association": pod})

    def delete_pod_identity_association(self) -> ActionResult:
        pod = self._pod()
        del self._table(self._cluster(), "pods")[pod["associationId"]]
        return ActionResult({"association": pod})

    # -- access entries ------------------------------------------------------------------------------------------------

    def _entries(self) -> dict:
        return self._table(self._cluster(), "access")

    def _entry(self) -> dict:
        arn = self._path(r"/access-entries/([^/]+)")
        if arn not in self._entries():
            raise NotFound(f"The specified principalArn could not be found: {arn}")
        return self._entries()[arn]

    def create_access_entry(self) -> ActionResult:
        cluster, principal = self._cluster(), self._get_param("principalArn")
        if principal in self._entries():
            raise InUse("The specified access entry resource is already in use on this cluster.")
        entry = {
            "clusterName": cluster.name, "principalArn": principal, "kubernetesGroups": self._get_param("kubernetesGroups") or [],
            "accessEntryArn": cluster.arn.replace(":cluster/", ":access-entry/") + f"/{uuid.uuid4()}", "createdAt": now(),
            "modifiedAt": now(), "tags": self._get_param("tags") or {}, "username": self._get_param("username") or principal,
            "type": self._get_param("type") or "STANDARD",
        }
        self._entries()[principal] = entry
        self._table(cluster, "policies")[principal] = []
        return ActionResult({"accessEntry": entry})

    def describe_access_entry(self) -> ActionResult:
        return ActionResult({"accessEntry": self._entry()})

    def list_access_entries(self) -> ActionResult:
        return ActionResult({"accessEntries": sorted(self._entries())})

    def update_access_entry(self) -> ActionResult:
        entry = self._entry()
        for key in ("kubernetesGroups", "username"):
            if self._get_param(key) is not None:
                entry[key] = self._get_param(key)
        return ActionResult({"accessEntry": entry})

    def delete_access_entry(self) -> ActionResult:
        entry = self._entry()
        del self._entries()[entry["principalArn"]]
        return ActionResult({})

    def associate_access_policy(self) -> ActionResult:
        entry, policies = self._entry(), self._table(self._cluster(), "policies")
        made = {"policyArn": self._get_param("policyArn"), "accessScope": self._get_param("accessScope"), "associatedAt": now(), "modifiedAt": now()}
        kept = [p for p in policies[entry["principalArn"]] if p["policyArn"] != made["policyArn"]]
        policies[entry["principalArn"]] = kept + [made]
        return ActionResult({"clusterName": self._cluster().name, "principalArn": entry["principalArn"], "associatedAccessPolicy": made})

    def disassociate_access_policy(self) -> ActionResult:
        entry, policies = self._entry(), self._table(self._cluster(), "policies")
        gone = self._path(r"/access-policies/(.+)$")
        policies[entry["principalArn"]] = [p for p in policies[entry["principalArn"]] if p["policyArn"] != gone]
        return ActionResult({})

    def list_associated_access_policies(self) -> ActionResult:
        entry = self._entry()
        found = self._table(self._cluster(), "policies")[entry["principalArn"]]
        return ActionResult({"clusterName": entry["clusterName"], "principalArn": entry["principalArn"], "associatedAccessPolicies": found})


    # -- tags ----------------------------------------------------------------------------------------------------------

    def _tags(self) -> dict:
        """The tags of whatever has the ARN (moto knows clusters only)."""
        arn = self._path(r"/tags/(.+)$")
        for cluster in self.eks_backend.clusters.values():
            if cluster.arn == arn:
                return cluster.tags
            for group in cluster.nodegroups.values():
                if group.arn == arn:
                    return group.tags
            for table, key in (("addons", "addonArn"), ("pods", "associationArn"), ("access", "accessEntryArn")):
                for thing in self._table(cluster, table).values():
                    if thing[key] == arn:
                        return thing["tags"]
        raise NotFound(f"Resource {arn} was not found")

    def list_tags_for_resource(self) -> ActionResult:
        return ActionResult({"tags": self._tags()})

    def tag_resource(self) -> ActionResult:
        self._tags().update(self._get_param("tags"))
        return ActionResult({})

    def untag_resource(self) -> ActionResult:
        from urllib.parse import parse_qs

        for key in parse_qs(self.parsed_url.query).get("tagKeys", []):
            self._tags().pop(key, None)
        return ActionResult({})


def _update(kind: str) -> dict:
    return {"id": str(uuid.uuid4()), "status": "Successful", "type": kind, "params": [], "createdAt": now(), "errors": []}
