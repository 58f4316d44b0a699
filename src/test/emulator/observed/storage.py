"""S3 buckets and their policies, ECR repositories."""

from botocore.exceptions import ClientError

from . import Gone, document, of, only, pick, tags


def _or_none(call, **arguments):
    """What a bucket does not have is an error of its own in S3."""
    try:
        return call(**arguments)
    except ClientError as e:
        if e.response["Error"]["Code"] in ("NoSuchBucket", "404"):
            raise
        return None


@of("AWS::S3::Bucket")
def bucket(context, physical, props):
    s3, where = context.client("s3"), {"Bucket": physical}
    s3.head_bucket(**where)
    return {
        "BucketName": physical, "VersioningConfiguration": pick(s3.get_bucket_versioning(**where), "Status"),
        "BucketEncryption": _encryption(_or_none(s3.get_bucket_encryption, **where)),
        "PublicAccessBlockConfiguration": (_or_none(s3.get_public_access_block, **where) or {}).get("PublicAccessBlockConfiguration"),
        "LifecycleConfiguration": _lifecycle(_or_none(s3.get_bucket_lifecycle_configuration, **where)),
        "OwnershipControls": (_or_none(s3.get_bucket_ownership_controls, **where) or {}).get("OwnershipControls"),
        "LoggingConfiguration": _logging(s3.get_bucket_logging(**where), physical),
        "Tags": tags((_or_none(s3.get_bucket_tagging, **where) or {}).get("TagSet")),
    }


def _encryption(found):
    if found is None:
        return None
    rules = [
        {"ServerSideEncryptionByDefault" if k == "ApplyServerSideEncryptionByDefault" else k: v for k, v in rule.items()}
        for rule in found["ServerSideEncryptionConfiguration"]["Rules"]
    ]
    return {"ServerSideEncryptionConfiguration": rules}


def _logging(found: dict, name: str):
    target = found.get("LoggingEnabled")
    return {"DestinationBucketName": target["TargetBucket"], "LogFilePrefix": target.get("TargetPrefix", "")} if target else None


def _lifecycle(found):
    return {"Rules": [_rule(r) for r in found["Rules"]]} if found else None


def _rule(rule: dict) -> dict:
    result = {"Id": rule.get("ID"), "Status": rule["Status"], "Prefix": rule.get("Filter", {}).get("Prefix", rule.get("Prefix"))}
    result |= pick(rule, "AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration")
    if "NoncurrentVersionExpiration" in rule:
        result["NoncurrentVersionExpirationInDays"] = rule["NoncurrentVersionExpiration"].get("NoncurrentDays")
    if "Expiration" in rule:
        result |= {"ExpirationInDays": rule["Expiration"].get("Days"), "ExpiredObjectDeleteMarker": rule["Expiration"].get("ExpiredObjectDeleteMarker")}
    for name, days in (("Transitions", "Days"), ("NoncurrentVersionTransitions", "NoncurrentDays")):
        if name in rule:
            result[name] = [{"TransitionInDays" if k == days else k: v for k, v in t.items()} for t in rule[name]]
    return {k: v for k, v in result.items() if v is not None}


@of("AWS::S3::BucketPolicy")
def bucket_policy(context, physical, props):
    found = _or_none(context.client("s3").get_bucket_policy, Bucket=props["Bucket"])
    if found is None:
        raise Gone(physical)
    return {"Bucket": props["Bucket"], "PolicyDocument": document(found["Policy"])}


@of("AWS::ECR::Repository")
def repository(context, physical, props):
    ecr = context.client("ecr")
    found = only(ecr.describe_repositories(repositoryNames=[physical])["repositories"], physical)
    return {
        "RepositoryName": physical, "ImageTagMutability": found["imageTagMutability"],
        "ImageScanningConfiguration": {"ScanOnPush": found["imageScanningConfiguration"]["scanOnPush"]},
        "EncryptionConfiguration": {k[0].upper() + k[1:]: v for k, v in found.get("encryptionConfiguration", {}).items()},
        "LifecyclePolicy": _text(ecr.get_lifecycle_policy, physical, "lifecyclePolicyText", "LifecyclePolicyText"),
        "RepositoryPolicyText": _policy(ecr, physical), "Tags": tags(ecr.list_tags_for_resource(resourceArn=found["repositoryArn"])["tags"]),
    }


def _text(call, name, member, word):
    found = _or_none(call, repositoryName=name)
    return {word: found[member]} if found else None


def _policy(ecr, name):
    found = _or_none(ecr.get_repository_policy, repositoryName=name)
    return document(found["policyText"]) if found else None
