"""IAM roles and policies."""

import json

from . import Handler, Refused, retag


def text(document) -> str:
    return document if isinstance(document, str) else json.dumps(document)


class Role(Handler):
    type = "AWS::IAM::Role"
    handles = (
        "RoleName", "AssumeRolePolicyDocument", "Policies", "ManagedPolicyArns", "Path", "Description", "MaxSessionDuration",
        "PermissionsBoundary", "Tags",
    )

    def create(self, context, props):
        iam, name = context.client("iam"), props.get("RoleName") or context.name(64)
        asked = {k: props[k] for k in ("Path", "Description", "MaxSessionDuration", "PermissionsBoundary") if k in props}
        iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=text(props["AssumeRolePolicyDocument"]), Tags=context.tag_list(props.get("Tags")), **asked
        )
        self._policies(iam, name, {}, props)
        return name

    def _policies(self, iam, name, old, new):
        for arn in [a for a in old.get("ManagedPolicyArns", []) if a not in new.get("ManagedPolicyArns", [])]:
            iam.detach_role_policy(RoleName=name, PolicyArn=arn)
        for arn in [a for a in new.get("ManagedPolicyArns", []) if a not in old.get("ManagedPolicyArns", [])]:
            iam.attach_role_policy(RoleName=name, PolicyArn=arn)
        kept = {p["PolicyName"] for p in new.get("Policies", [])}
        for policy in [p for p in old.get("Policies", []) if p["PolicyName"] not in kept]:
            iam.delete_role_policy(RoleName=name, PolicyName=policy["PolicyName"])
        for policy in new.get("Policies", []):
            iam.put_role_policy(RoleName=name, PolicyName=policy["PolicyName"], PolicyDocument=text(policy["PolicyDocument"]))

    def attributes(self, context, physical, props):
        role = context.client("iam").get_role(RoleName=physical)["Role"]
        return {"Arn": role["Arn"], "RoleId": role["RoleId"]}

    def update(self, context, physical, old, new, changed):
        iam = context.client("iam")
        self._policies(iam, physical, old, new)
        if "AssumeRolePolicyDocument" in changed:
            iam.update_assume_role_policy(RoleName=physical, PolicyDocument=text(new["AssumeRolePolicyDocument"]))
        if changed & {"Description", "MaxSessionDuration"}:
            iam.update_role(RoleName=physical, Description=new.get("Description", ""), MaxSessionDuration=new.get("MaxSessionDuration", 3600))
        if "Tags" in changed:
            present = {t["Key"]: t["Value"] for t in iam.list_role_tags(RoleName=physical)["Tags"]}
            retag(
                lambda t: iam.tag_role(RoleName=physical, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: iam.untag_role(RoleName=physical, TagKeys=keys), present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        iam = context.client("iam")
        for policy in props.get("Policies", []):
            iam.delete_role_policy(RoleName=physical, PolicyName=policy["PolicyName"])
        for policy in iam.list_attached_role_policies(RoleName=physical)["AttachedPolicies"]:
            iam.detach_role_policy(RoleName=physical, PolicyArn=policy["PolicyArn"])
        if iam.list_role_policies(RoleName=physical)["PolicyNames"]:
            raise Refused("Cannot delete entity, must delete policies first. (Service: Iam, Status Code: 409)")
        iam.delete_role(RoleName=physical)


class Policy(Handler):
    """An inline policy put on roles."""

    type = "AWS::IAM::Policy"
    handles = ("PolicyName", "PolicyDocument", "Roles")

    def create(self, context, props):
        self._put(context, props)
        return context.name(64)

    def _put(self, context, props):
        for role in props.get("Roles", []):
            context.client("iam").put_role_policy(RoleName=role, PolicyName=props["PolicyName"], PolicyDocument=text(props["PolicyDocument"]))

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        gone = {**old, "Roles": [r for r in old.get("Roles", []) if r not in new.get("Roles", []) or "PolicyName" in changed]}
        self.delete(context, physical, gone, False)
        self._put(context, new)

    def delete(self, context, physical, props, snapshot):
        for role in props.get("Roles", []):
            context.client("iam").delete_role_policy(RoleName=role, PolicyName=props["PolicyName"])


class RolePolicy(Handler):
    type = "AWS::IAM::RolePolicy"
    handles = ("PolicyName", "PolicyDocument", "RoleName")

    def create(self, context, props):
        context.client("iam").put_role_policy(
            RoleName=props["RoleName"], PolicyName=props["PolicyName"], PolicyDocument=text(props["PolicyDocument"])
        )
        return f"{props['PolicyName']}|{props['RoleName']}"

    def update(self, context, physical, old, new, changed):
        self.create(context, new)

    def delete(self, context, physical, props, snapshot):
        context.client("iam").delete_role_policy(RoleName=props["RoleName"], PolicyName=props["PolicyName"])


class ManagedPolicy(Handler):
    type = "AWS::IAM::ManagedPolicy"
    handles = ("ManagedPolicyName", "PolicyDocument", "Description", "Path", "Roles")

    def create(self, context, props):
        iam = context.client("iam")
        asked = {k: props[k] for k in ("Path", "Description") if k in props}
        arn = iam.create_policy(
            PolicyName=props.get("ManagedPolicyName") or context.name(128), PolicyDocument=text(props["PolicyDocument"]), **asked
        )["Policy"]["Arn"]
        for role in props.get("Roles", []):
            iam.attach_role_policy(RoleName=role, PolicyArn=arn)
        return arn

    def attributes(self, context, physical, props):
        return {"PolicyArn": physical}

    def update(self, context, physical, old, new, changed):
        iam = context.client("iam")
        if "PolicyDocument" in changed:
            stale = [v["VersionId"] for v in iam.list_policy_versions(PolicyArn=physical)["Versions"] if not v["IsDefaultVersion"]]
            for version in stale[-1:]:
                iam.delete_policy_version(PolicyArn=physical, VersionId=version)
            iam.create_policy_version(PolicyArn=physical, PolicyDocument=text(new["PolicyDocument"]), SetAsDefault=True)
        for role in [r for r in old.get("Roles", []) if r not in new.get("Roles", [])]:
            iam.detach_role_policy(RoleName=role, PolicyArn=physical)
        for role in [r for r in new.get("Roles", []) if r not in old.get("Roles", [])]:
            iam.attach_role_policy(RoleName=role, PolicyArn=physical)

    def delete(self, context, physical, props, snapshot):
        iam = context.client("iam")
        for role in iam.list_entities_for_policy(PolicyArn=physical)["PolicyRoles"]:
            iam.detach_role_policy(RoleName=role["RoleName"], PolicyArn=physical)
        for version in iam.list_policy_versions(PolicyArn=physical)["Versions"]:
            if not version["IsDefaultVersion"]:
                iam.delete_policy_version(PolicyArn=physical, VersionId=version["VersionId"])
        iam.delete_policy(PolicyArn=physical)
