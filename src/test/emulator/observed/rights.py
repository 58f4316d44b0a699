"""IAM: roles and policies."""

from . import Gone, document, of, pick, tags


@of("AWS::IAM::Role")
def role(context, physical, props):
    iam = context.client("iam")
    found = iam.get_role(RoleName=physical)["Role"]
    attached = [p["PolicyArn"] for p in iam.list_attached_role_policies(RoleName=physical)["AttachedPolicies"]]
    named = {p["PolicyName"] for p in props.get("Policies", [])}
    inline = [n for n in iam.list_role_policies(RoleName=physical)["PolicyNames"] if n in named]
    shown = pick(found, "RoleName", "Path", "Description", "MaxSessionDuration") | {
        "AssumeRolePolicyDocument": document(found["AssumeRolePolicyDocument"]), "Tags": tags(iam.list_role_tags(RoleName=physical)["Tags"]),
        "ManagedPolicyArns": _without_others(context, attached, props),
        "Policies": [{"PolicyName": n, "PolicyDocument": document(iam.get_role_policy(RoleName=physical, PolicyName=n)["PolicyDocument"])} for n in inline],
    }
    boundary = found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
    return shown | ({"PermissionsBoundary": boundary} if boundary else {})


def _without_others(context, attached: list, props: dict) -> list:
    """Policies that attach themselves to the role are resources of their own."""
    from ..stacks import REGISTRY

    own = {r.physical for s in REGISTRY.all(context.region, context.account) for r in s.live().values() if r.type == "AWS::IAM::ManagedPolicy"}
    return [arn for arn in attached if arn not in own or arn in props.get("ManagedPolicyArns", [])]


@of("AWS::IAM::Policy")
def policy(context, physical, props):
    iam, name, documents = context.client("iam"), props["PolicyName"], []
    having = []
    for holder in props.get("Roles", []):
        try:
            documents.append(document(iam.get_role_policy(RoleName=holder, PolicyName=name)["PolicyDocument"]))
            having.append(holder)
        except iam.exceptions.NoSuchEntityException:
            continue
    if not having:
        raise Gone(physical)
    changed = [d for d in documents if d != props["PolicyDocument"]]
    return {"PolicyName": name, "Roles": having, "PolicyDocument": (changed or documents)[0]}


@of("AWS::IAM::RolePolicy")
def role_policy(context, physical, props):
    found = context.client("iam").get_role_policy(RoleName=props["RoleName"], PolicyName=props["PolicyName"])
    return {"RoleName": props["RoleName"], "PolicyName": props["PolicyName"], "PolicyDocument": document(found["PolicyDocument"])}


@of("AWS::IAM::ManagedPolicy")
def managed_policy(context, physical, props):
    iam = context.client("iam")
    found = iam.get_policy(PolicyArn=physical)["Policy"]
    current = iam.get_policy_version(PolicyArn=physical, VersionId=found["DefaultVersionId"])["PolicyVersion"]
    roles = [r["RoleName"] for r in iam.list_entities_for_policy(PolicyArn=physical)["PolicyRoles"]]
    return {
        "ManagedPolicyName": found["PolicyName"], "PolicyDocument": document(current["Document"]), "Description": found.get("Description"),
        "Path": found.get("Path"), "Roles": roles,
    }
