"""A distribution's settings: AWS's defaults, AWS's own policies, and what AWS refuses.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
"""

import copy
import fnmatch

from .. import aws
from .errors import Refusal

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
CACHE_POLICIES = {
    "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": ("Managed-CachingDisabled", "none"),
    "658327ea-f89d-4fab-a63d-7e88639e58f6": ("Managed-CachingOptimized", "none"),
}
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
REQUEST_POLICIES = {
    "216adef6-5c7f-47e4-b989-5492eafa07d3": ("Managed-AllViewer", "allViewer"),
    "b689b0a8-53d0-40ab-baf2-68738e2966ac": ("Managed-AllViewerExceptHostHeader", "allExcept"),
}
METHODS = ({"GET", "HEAD"}, {"GET", "HEAD", "OPTIONS"}, {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"})
NONE = {"Quantity": 0}
DEFAULTS = {
    "Aliases": NONE, "DefaultRootObject": "", "OriginGroups": NONE, "CacheBehaviors": NONE, "CustomErrorResponses": NONE, "Comment": "",
    "Logging": {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""}, "PriceClass": "PriceClass_All",
    "ViewerCertificate": {"CloudFrontDefaultCertificate": True, "SSLSupportMethod": "vip", "MinimumProtocolVersion": "TLSv1", "CertificateSource": "cloudfront"},
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}}, "WebACLId": "", "HttpVersion": "http2",
    "IsIPV6Enabled": True, "ContinuousDeploymentPolicyId": "", "Staging": False,
}
BEHAVIOR = {
    "TrustedSigners": {"Enabled": False, "Quantity": 0}, "TrustedKeyGroups": {"Enabled": False, "Quantity": 0}, "SmoothStreaming": False,
    "AllowedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"], "CachedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"]}},
    "Compress": False, "LambdaFunctionAssociations": NONE, "FunctionAssociations": NONE, "FieldLevelEncryptionId": "",
}
ORIGIN = {
    "OriginPath": "", "CustomHeaders": NONE, "ConnectionAttempts": 3, "ConnectionTimeout": 10, "OriginShield": {"Enabled": False},
    "OriginAccessControlId": "",
}
CUSTOM_ORIGIN = {"OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]}, "OriginReadTimeout": 30, "OriginKeepaliveTimeout": 5}


def completed(given: dict) -> dict:
    """What was asked for with AWS's defaults for the rest."""
    result = copy.deepcopy(DEFAULTS) | copy.deepcopy(dict(given))
    result["DefaultCacheBehavior"] = _behavior(result["DefaultCacheBehavior"])
    if result["CacheBehaviors"].get("Items"):
        result["CacheBehaviors"]["Items"] = [_behavior(b) for b in result["CacheBehaviors"]["Items"]]
    result["Origins"]["Items"] = [_origin(o) for o in result["Origins"]["Items"]]
    return result


def _behavior(given: dict) -> dict:
    result = copy.deepcopy(BEHAVIOR) | given
    result["AllowedMethods"].setdefault("CachedMethods", {"Quantity": 2, "Items": ["HEAD", "GET"]})
    return result


def _origin(given: dict) -> dict:
    result = copy.deepcopy(ORIGIN) | given
    if "CustomOriginConfig" in result:
        result["CustomOriginConfig"] = copy.deepcopy(CUSTOM_ORIGIN) | result["CustomOriginConfig"]
    return result


def refuse(wanted: dict, present, backend, account: str) -> None:
    """Raises for what CreateDistribution and UpdateDistribution refuse; `present` is the distribution that changes."""
    for behavior in [wanted["DefaultCacheBehavior"], *wanted["CacheBehaviors"].get("Items", [])]:
        _refuse_behavior(behavior, wanted)
    _refuse_names(wanted, present, backend)
    _refuse_certificate(wanted, backend.partition, account)
    acl = wanted["WebACLId"]
    if acl and acl not in aws.backend("wafv2", "global", account).wacls:
        raise Refusal("InvalidWebACLId", "A web ACL ID specified is not valid. To specify a web ACL created using the latest version of AWS WAF, use the ACL ARN.")


def _refuse_behavior(behavior: dict, wanted: dict) -> None:
    if behavior["TargetOriginId"] not in [o["Id"] for o in wanted["Origins"]["Items"]]:
        raise Refusal("NoSuchOrigin", "One or more of your origins or origin groups do not exist.")
    if not behavior.get("CachePolicyId") and not behavior.get("ForwardedValues"):
        raise Refusal("InvalidArgument", "The parameter ForwardedValues is required.")
    if behavior.get("CachePolicyId") and behavior["CachePolicyId"] not in CACHE_POLICIES:
        raise Refusal("NoSuchCachePolicy", "The specified cache policy does not exist.")
    if behavior.get("OriginRequestPolicyId") and behavior["OriginRequestPolicyId"] not in REQUEST_POLICIES:
        raise Refusal("NoSuchOriginRequestPolicy", "The specified origin request policy does not exist.")
    if set(behavior["AllowedMethods"]["Items"]) not in METHODS:
        raise Refusal("InvalidArgument", "The parameter AllowedMethods contains methods that are not allowed together.")


def _refuse_names(wanted: dict, present, backend) -> None:
    taken = {n for d in backend.distributions.values() if d is not present for n in d.ess_config["Aliases"].get("Items", [])}
    if taken & set(wanted["Aliases"].get("Items", [])):
        raise Refusal("CNAMEAlreadyExists", "One or more of the CNAMEs you provided are already associated with a different resource.")


def _refuse_certificate(wanted: dict, partition: str, account: str) -> None:
    """https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html"""
    aliases, arn = wanted["Aliases"].get("Items", []), wanted["ViewerCertificate"].get("ACMCertificateArn")
    if aliases and not arn:
        raise Refusal(
            "InvalidViewerCertificate", "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted "
            "certificate that validates your authorization to use the domain name.",
        )
    if not arn:
        return
    found = aws.backend("acm", "us-east-1", account)._certificates.get(arn) if partition == "aws" else None
    if found is None or found.status != "ISSUED":
        raise Refusal("InvalidViewerCertificate", "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.")
    names = found.describe()["Certificate"]["SubjectAlternativeNames"]
    if any(not _covers(names, alias) for alias in aliases):
        raise Refusal("InvalidViewerCertificate", "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add.")


def _covers(names: list, alias: str) -> bool:
    return any(n == alias or (fnmatch.fnmatch(alias, n) and alias.count(".") == n.count(".")) for n in names)


def policy(kind: str, ident: str) -> dict:
    """One of AWS's own policies as its Get call shows it."""
    moment = "2021-01-01T00:00:00Z"
    if kind == "CachePolicy":
        name, _ = CACHE_POLICIES[ident]
        longest = 0 if name.endswith("Disabled") else 31536000
        return {"Id": ident, "LastModifiedTime": moment, "CachePolicyConfig": {"Name": name, "MinTTL": min(longest, 1), "DefaultTTL": min(longest, 86400), "MaxTTL": longest}}
    name, headers = REQUEST_POLICIES[ident]
    wanted = {"HeaderBehavior": headers} | ({"Headers": {"Quantity": 1, "Items": ["host"]}} if headers == "allExcept" else {})
    return {"Id": ident, "LastModifiedTime": moment, "OriginRequestPolicyConfig": {
        "Name": name, "HeadersConfig": wanted, "CookiesConfig": {"CookieBehavior": "all"}, "QueryStringsConfig": {"QueryStringBehavior": "all"},
    }}
