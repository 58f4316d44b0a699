"""KMS keys and Secrets Manager. The value of a secret is not compared, as in AWS."""

from . import Gone, document, of, only, pick, tags


@of("AWS::KMS::Key")
def key(context, physical, props):
    kms = context.client("kms")
    found = kms.describe_key(KeyId=physical)["KeyMetadata"]
    if found["KeyState"] == "PendingDeletion":
        raise Gone(physical)
    rotation = kms.get_key_rotation_status(KeyId=physical)
    return pick(found, "Description", "KeySpec", "KeyUsage", "MultiRegion", "Enabled") | pick(rotation, "RotationPeriodInDays") | {
        "KeyPolicy": document(kms.get_key_policy(KeyId=physical, PolicyName="default")["Policy"]),
        "EnableKeyRotation": rotation["KeyRotationEnabled"], "Tags": tags(kms.list_resource_tags(KeyId=physical)["Tags"], "TagKey", "TagValue"),
    }


@of("AWS::KMS::Alias")
def alias(context, physical, props):
    found = only([a for a in context.client("kms").list_aliases()["Aliases"] if a["AliasName"] == physical], physical)
    same = found["TargetKeyId"] == props["TargetKeyId"].rsplit("/", 1)[-1]
    return {"AliasName": physical, "TargetKeyId": props["TargetKeyId"] if same else found["TargetKeyId"]}


def _secret(context, physical):
    found = context.client("secretsmanager").describe_secret(SecretId=physical)
    if "DeletedDate" in found:
        raise Gone(physical)
    return found


@of("AWS::SecretsManager::Secret")
def secret(context, physical, props):
    found = _secret(context, physical)
    return pick(found, "Name", "Description", "KmsKeyId") | {"Tags": tags(found.get("Tags"))}


@of("AWS::SecretsManager::SecretTargetAttachment")
def attachment(context, physical, props):
    _secret(context, physical)
    return dict(props)


@of("AWS::SecretsManager::ResourcePolicy")
def resource_policy(context, physical, props):
    found = context.client("secretsmanager").get_resource_policy(SecretId=physical)
    if not found.get("ResourcePolicy"):
        raise Gone(physical)
    return {"SecretId": props["SecretId"], "ResourcePolicy": document(found["ResourcePolicy"])}
