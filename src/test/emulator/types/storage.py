"""S3 buckets and their policies, ECR repositories."""

import secrets

from . import Handler, Refused, retag
from .iam import text


class Bucket(Handler):
    type = "AWS::S3::Bucket"
    handles = (
        "BucketName", "BucketEncryption", "VersioningConfiguration", "PublicAccessBlockConfiguration", "LifecycleConfiguration",
        "OwnershipControls", "LoggingConfiguration", "Tags",
    )

    def create(self, context, props):
        name = props.get("BucketName") or f"{context.stack.name}-{context.logical}"[:50].lower() + "-" + secrets.token_hex(6)
        where = {} if context.region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": context.region}}
        context.client("s3").create_bucket(Bucket=name, **where)
        self._configure(context, name, {}, props, set(self.handles))
        return name

    def _configure(self, context, name, old, new, changed):
        for prop in sorted(changed):
            apply = getattr(self, "_" + prop, None)
            if apply and (prop in new or prop in old or prop == "Tags"):
                apply(context.client("s3"), name, new.get(prop), context)

    def _BucketEncryption(self, s3, name, value, context):
        if value is None:
            return s3.delete_bucket_encryption(Bucket=name)
        rules = [_rename(r, {"ServerSideEncryptionByDefault": "ApplyServerSideEncryptionByDefault"}) for r in value["ServerSideEncryptionConfiguration"]]
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})

    def _VersioningConfiguration(self, s3, name, value, context):
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": (value or {}).get("Status", "Suspended")})

    def _PublicAccessBlockConfiguration(self, s3, name, value, context):
        if value is None:
            return s3.delete_public_access_block(Bucket=name)
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=value)

    def _LifecycleConfiguration(self, s3, name, value, context):
        if value is None:
            return s3.delete_bucket_lifecycle(Bucket=name)
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": [_lifecycle(r) for r in value["Rules"]]})

    def _OwnershipControls(self, s3, name, value, context):
        if value is None:
            return s3.delete_bucket_ownership_controls(Bucket=name)
        s3.put_bucket_ownership_controls(Bucket=name, OwnershipControls=value)

    def _LoggingConfiguration(self, s3, name, value, context):
        if value is None:
            return s3.put_bucket_logging(Bucket=name, BucketLoggingStatus={})
        target = {"TargetBucket": value.get("DestinationBucketName", name), "TargetPrefix": value.get("LogFilePrefix", "")}
        s3.put_bucket_logging(Bucket=name, BucketLoggingStatus={"LoggingEnabled": target})

    def _Tags(self, s3, name, value, context):
        tags = context.tag_list(value)
        if tags:
            s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": tags})
        else:
            s3.delete_bucket_tagging(Bucket=name)

    def attributes(self, context, physical, props):
        suffix = f"{context.region}.amazonaws.com"
        return {
            "Arn": f"arn:{context.partition}:s3:::{physical}", "DomainName": f"{physical}.s3.amazonaws.com",
            "RegionalDomainName": f"{physical}.s3.{suffix}", "DualStackDomainName": f"{physical}.s3.dualstack.{suffix}",
            "WebsiteURL": f"http://{physical}.s3-website.{suffix}",
        }

    def update(self, context, physical, old, new, changed):
        self._configure(context, physical, old, new, changed)

    def leaving(self, context, physical, props):
        versions = context.client("s3").list_object_versions(Bucket=physical, MaxKeys=1)
        if versions.get("Versions") or versions.get("DeleteMarkers"):
            raise Refused(f"The bucket you tried to delete is not empty (Service: S3, Status Code: 409) [{physical}]")

    def delete(self, context, physical, props, snapshot):
        context.client("s3").delete_bucket(Bucket=physical)


def _rename(value: dict, names: dict) -> dict:
    return {names.get(k, k): v for k, v in value.items()}


def _lifecycle(rule: dict) -> dict:
    """CloudFormation spells lifecycle rules its own way."""
    result = {"Status": rule["Status"], "Filter": {"Prefix": rule.get("Prefix", "")}}
    if "Id" in rule:
        result["ID"] = rule["Id"]
    expiration = {"Days": rule.get("ExpirationInDays"), "ExpiredObjectDeleteMarker": rule.get("ExpiredObjectDeleteMarker")}
    if any(v is not None for v in expiration.values()):
        result["Expiration"] = {k: v for k, v in expiration.items() if v is not None}
    if "AbortIncompleteMultipartUpload" in rule:
        result["AbortIncompleteMultipartUpload"] = rule["AbortIncompleteMultipartUpload"]
    if "NoncurrentVersionExpiration" in rule:
        result["NoncurrentVersionExpiration"] = rule["NoncurrentVersionExpiration"]
    elif "NoncurrentVersionExpirationInDays" in rule:
        result["NoncurrentVersionExpiration"] = {"NoncurrentDays": rule["NoncurrentVersionExpirationInDays"]}
    if "Transitions" in rule:
        result["Transitions"] = [_rename(t, {"TransitionInDays": "Days", "TransitionDate": "Date"}) for t in rule["Transitions"]]
    if "NoncurrentVersionTransitions" in rule:
        result["NoncurrentVersionTransitions"] = [_rename(t, {"TransitionInDays": "NoncurrentDays"}) for t in rule["NoncurrentVersionTransitions"]]
    known = {
        "Status", "Id", "Prefix", "ExpirationInDays", "ExpiredObjectDeleteMarker", "AbortIncompleteMultipartUpload",
        "NoncurrentVersionExpiration", "NoncurrentVersionExpirationInDays", "Transitions", "NoncurrentVersionTransitions",
    }
    if set(rule) - known:
        raise Refused(f"The emulator has no effect for lifecycle rule {', '.join(sorted(set(rule) - known))}")
    return result


class BucketPolicy(Handler):
    type = "AWS::S3::BucketPolicy"
    handles = ("Bucket", "PolicyDocument")

    def create(self, context, props):
        context.client("s3").put_bucket_policy(Bucket=props["Bucket"], Policy=text(props["PolicyDocument"]))
        return props["Bucket"]

    def update(self, context, physical, old, new, changed):
        self.create(context, new)

    def delete(self, context, physical, props, snapshot):
        context.client("s3").delete_bucket_policy(Bucket=physical)


class Repository(Handler):
    type = "AWS::ECR::Repository"
    handles = (
        "RepositoryName", "ImageScanningConfiguration", "ImageTagMutability", "EncryptionConfiguration", "LifecyclePolicy",
        "RepositoryPolicyText", "EmptyOnDelete", "Tags",
    )
    unseen = ("EmptyOnDelete",)

    def create(self, context, props):
        ecr, name = context.client("ecr"), props.get("RepositoryName") or context.name(200, lower=True)
        asked = {"tags": context.tag_list(props.get("Tags")), "imageTagMutability": props.get("ImageTagMutability", "MUTABLE")}
        asked["imageScanningConfiguration"] = {"scanOnPush": props.get("ImageScanningConfiguration", {}).get("ScanOnPush", False)}
        encryption = props.get("EncryptionConfiguration")
        if encryption:
            asked["encryptionConfiguration"] = {k[0].lower() + k[1:]: v for k, v in encryption.items()}
        ecr.create_repository(repositoryName=name, **asked)
        self._policies(ecr, name, {}, props)
        return name

    def _policies(self, ecr, name, old, new):
        if "LifecyclePolicy" in new:
            ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=text(new["LifecyclePolicy"]["LifecyclePolicyText"]))
        elif "LifecyclePolicy" in old:
            ecr.delete_lifecycle_policy(repositoryName=name)
        if "RepositoryPolicyText" in new:
            ecr.set_repository_policy(repositoryName=name, policyText=text(new["RepositoryPolicyText"]))
        elif "RepositoryPolicyText" in old:
            ecr.delete_repository_policy(repositoryName=name)

    def _description(self, context, physical):
        return context.client("ecr").describe_repositories(repositoryNames=[physical])["repositories"][0]

    def attributes(self, context, physical, props):
        found = self._description(context, physical)
        return {"Arn": found["repositoryArn"], "RepositoryUri": found["repositoryUri"]}

    def update(self, context, physical, old, new, changed):
        ecr = context.client("ecr")
        self._policies(ecr, physical, old, new)
        if "ImageTagMutability" in changed:
            ecr.put_image_tag_mutability(repositoryName=physical, imageTagMutability=new.get("ImageTagMutability", "MUTABLE"))
        if "ImageScanningConfiguration" in changed:
            scan = {"scanOnPush": new.get("ImageScanningConfiguration", {}).get("ScanOnPush", False)}
            ecr.put_image_scanning_configuration(repositoryName=physical, imageScanningConfiguration=scan)
        if "Tags" in changed:
            arn = self._description(context, physical)["repositoryArn"]
            present = {t["Key"]: t["Value"] for t in ecr.list_tags_for_resource(resourceArn=arn)["tags"]}
            retag(
                lambda t: ecr.tag_resource(resourceArn=arn, tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: ecr.untag_resource(resourceArn=arn, tagKeys=keys), present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        context.client("ecr").delete_repository(repositoryName=physical, force=props.get("EmptyOnDelete", False))
