"""KMS keys and Secrets Manager."""

import json

from . import Handler, retag
from .iam import text


class Key(Handler):
    type = "AWS::KMS::Key"
    handles = (
        "Description", "KeyPolicy", "EnableKeyRotation", "RotationPeriodInDays", "Enabled", "KeySpec", "KeyUsage",
        "PendingWindowInDays", "MultiRegion", "Tags",
    )
    ignores = {"BypassPolicyLockoutSafetyCheck": "moto locks nobody out"}
    unseen = ("PendingWindowInDays",)

    def create(self, context, props):
        asked = {k: props[k] for k in ("Description", "KeySpec", "KeyUsage", "MultiRegion") if k in props}
        if "KeyPolicy" in props:
            asked["Policy"] = text(props["KeyPolicy"])
        tags = [{"TagKey": k, "TagValue": v} for k, v in context.tags(props.get("Tags")).items()]
        physical = context.client("kms").create_key(Tags=tags, **asked)["KeyMetadata"]["KeyId"]
        self._switch(context, physical, props)
        return physical

    def _switch(self, context, physical, props):
        kms = context.client("kms")
        if props.get("EnableKeyRotation"):
            kms.enable_key_rotation(KeyId=physical, **({"RotationPeriodInDays": props["RotationPeriodInDays"]} if "RotationPeriodInDays" in props else {}))
        else:
            kms.disable_key_rotation(KeyId=physical)
        (kms.enable_key if props.get("Enabled", True) else kms.disable_key)(KeyId=physical)

    def attributes(self, context, physical, props):
        return {"Arn": context.client("kms").describe_key(KeyId=physical)["KeyMetadata"]["Arn"], "KeyId": physical}

    def update(self, context, physical, old, new, changed):
        kms = context.client("kms")
        self._switch(context, physical, new)
        if "KeyPolicy" in changed:
            kms.put_key_policy(KeyId=physical, PolicyName="default", Policy=text(new["KeyPolicy"]))
        if "Description" in changed:
            kms.update_key_description(KeyId=physical, Description=new.get("Description", ""))
        if "Tags" in changed:
            present = {t["TagKey"]: t["TagValue"] for t in kms.list_resource_tags(KeyId=physical)["Tags"]}
            retag(
                lambda t: kms.tag_resource(KeyId=physical, Tags=[{"TagKey": k, "TagValue": v} for k, v in t.items()]),
                lambda keys: kms.untag_resource(KeyId=physical, TagKeys=keys), present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        context.client("kms").schedule_key_deletion(KeyId=physical, PendingWindowInDays=props.get("PendingWindowInDays", 30))


class Alias(Handler):
    type = "AWS::KMS::Alias"
    handles = ("AliasName", "TargetKeyId")

    def create(self, context, props):
        context.client("kms").create_alias(AliasName=props["AliasName"], TargetKeyId=props["TargetKeyId"])
        return props["AliasName"]

    def update(self, context, physical, old, new, changed):
        context.client("kms").update_alias(AliasName=physical, TargetKeyId=new["TargetKeyId"])

    def delete(self, context, physical, props, snapshot):
        context.client("kms").delete_alias(AliasName=physical)


class Secret(Handler):
    type = "AWS::SecretsManager::Secret"
    handles = ("Name", "Description", "KmsKeyId", "SecretString", "GenerateSecretString", "Tags")
    unseen = ("SecretString", "GenerateSecretString")

    def _value(self, context, props):
        if "SecretString" in props:
            return props["SecretString"]
        rule = props.get("GenerateSecretString")
        if rule is None:
            return None
        options = {k: v for k, v in rule.items() if k not in ("SecretStringTemplate", "GenerateStringKey")}
        password = context.client("secretsmanager").get_random_password(**options)["RandomPassword"]
        if "GenerateStringKey" in rule:
            return json.dumps(json.loads(rule["SecretStringTemplate"]) | {rule["GenerateStringKey"]: password})
        return password

    def create(self, context, props):
        asked = {k: props[k] for k in ("Description", "KmsKeyId") if k in props}
        value = self._value(context, props)
        if value is not None:
            asked["SecretString"] = value
        name = props.get("Name") or context.name(255)
        return context.client("secretsmanager").create_secret(Name=name, Tags=context.tag_list(props.get("Tags")), **asked)["ARN"]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        client = context.client("secretsmanager")
        asked = {k: new.get(k, "") for k in ("Description", "KmsKeyId") if k in changed}
        if changed & {"SecretString", "GenerateSecretString"}:
            # a new rule generates a new value: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-secretsmanager-secret.html
            asked["SecretString"] = self._value(context, new)
        if asked:
            client.update_secret(SecretId=physical, **asked)
        if "Tags" in changed:
            present = {t["Key"]: t["Value"] for t in client.describe_secret(SecretId=physical).get("Tags", [])}
            retag(
                lambda t: client.tag_resource(SecretId=physical, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: client.untag_resource(SecretId=physical, TagKeys=keys), present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        # CloudFormation deletes without a recovery window
        context.client("secretsmanager").delete_secret(SecretId=physical, ForceDeleteWithoutRecovery=True)


class TargetAttachment(Handler):
    """Writes the database's coordinates into a secret."""

    type = "AWS::SecretsManager::SecretTargetAttachment"
    handles = ("SecretId", "TargetId", "TargetType")

    def create(self, context, props):
        client, rds = context.client("secretsmanager"), context.client("rds")
        value = json.loads(client.get_secret_value(SecretId=props["SecretId"])["SecretString"])
        if props["TargetType"] == "AWS::RDS::DBCluster":
            found = rds.describe_db_clusters(DBClusterIdentifier=props["TargetId"])["DBClusters"][0]
            where = {"host": found["Endpoint"], "port": found["Port"], "dbClusterIdentifier": props["TargetId"]}
        else:
            found = rds.describe_db_instances(DBInstanceIdentifier=props["TargetId"])["DBInstances"][0]
            where = {"host": found["Endpoint"]["Address"], "port": found["Endpoint"]["Port"], "dbInstanceIdentifier": props["TargetId"]}
        name = {"dbname": found["DBName"]} if found.get("DBName") else {}
        client.put_secret_value(SecretId=props["SecretId"], SecretString=json.dumps(value | {"engine": found["Engine"]} | where | name))
        return props["SecretId"]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def delete(self, context, physical, props, snapshot):
        """The secret goes with its own resource."""


class ResourcePolicy(Handler):
    type = "AWS::SecretsManager::ResourcePolicy"
    handles = ("SecretId", "ResourcePolicy")
    ignores = {"BlockPublicPolicy": "moto checks no policy for being public"}

    def create(self, context, props):
        context.client("secretsmanager").put_resource_policy(SecretId=props["SecretId"], ResourcePolicy=text(props["ResourcePolicy"]))
        return props["SecretId"]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        self.create(context, new)

    def delete(self, context, physical, props, snapshot):
        context.client("secretsmanager").delete_resource_policy(SecretId=physical)
