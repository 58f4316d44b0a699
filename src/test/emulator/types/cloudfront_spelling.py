"""A distribution's settings between CloudFormation's spelling and the API's."""

from . import Refused


def counted(items: list) -> dict:
    return {"Quantity": len(items)} | ({"Items": items} if items else {})


def items(value: dict | None) -> list:
    return (value or {}).get("Items") or []


def _renamed(value: dict, names: dict) -> dict:
    return {names.get(k, k): v for k, v in value.items()}


# CloudFormation's word -> the API's
TOP = {"IPV6Enabled": "IsIPV6Enabled"}
CERTIFICATE = {"AcmCertificateArn": "ACMCertificateArn", "IamCertificateId": "IAMCertificateId", "SslSupportMethod": "SSLSupportMethod"}
LISTS = {"Aliases", "CustomErrorResponses"}
KNOWN = {
    "Aliases", "CacheBehaviors", "Comment", "CustomErrorResponses", "DefaultCacheBehavior", "DefaultRootObject", "Enabled", "HttpVersion",
    "IPV6Enabled", "Logging", "Origins", "PriceClass", "Restrictions", "ViewerCertificate", "WebACLId",
}


def back(names: dict) -> dict:
    return {api: ours for ours, api in names.items()}


def to_api(ours: dict) -> dict:
    if set(ours) - KNOWN:
        raise Refused(f"The emulator has no effect for DistributionConfig {', '.join(sorted(set(ours) - KNOWN))}")
    result = {TOP.get(k, k): counted(v) if k in LISTS else v for k, v in ours.items()}
    result["Origins"] = counted([_origin(o) for o in ours["Origins"]])
    result["DefaultCacheBehavior"] = _behavior(ours["DefaultCacheBehavior"])
    if "CacheBehaviors" in ours:
        result["CacheBehaviors"] = counted([_behavior(b) for b in ours["CacheBehaviors"]])
    if "ViewerCertificate" in ours:
        result["ViewerCertificate"] = _renamed(ours["ViewerCertificate"], CERTIFICATE)
    if "Restrictions" in ours:
        geo = ours["Restrictions"]["GeoRestriction"]
        result["Restrictions"] = {"GeoRestriction": {"RestrictionType": geo["RestrictionType"]} | counted(geo.get("Locations", []))}
    if "Logging" in ours:
        result["Logging"] = {"Enabled": True, "IncludeCookies": False, "Prefix": ""} | ours["Logging"]
    return {"Comment": ""} | result


def _origin(ours: dict) -> dict:
    result = {k: v for k, v in ours.items() if k != "OriginCustomHeaders"}
    if "OriginCustomHeaders" in ours:
        result["CustomHeaders"] = counted(ours["OriginCustomHeaders"])
    if "CustomOriginConfig" in ours:
        custom = {"HTTPPort": 80, "HTTPSPort": 443} | ours["CustomOriginConfig"]
        if "OriginSSLProtocols" in custom:
            custom["OriginSslProtocols"] = counted(custom.pop("OriginSSLProtocols"))
        result["CustomOriginConfig"] = custom
    return result


def _behavior(ours: dict) -> dict:
    result = {k: v for k, v in ours.items() if k not in ("AllowedMethods", "CachedMethods")}
    if "AllowedMethods" in ours or "CachedMethods" in ours:
        cached = counted(ours.get("CachedMethods", ["HEAD", "GET"]))
        result["AllowedMethods"] = counted(ours.get("AllowedMethods", ["HEAD", "GET"])) | {"CachedMethods": cached}
    for name in ("FunctionAssociations", "LambdaFunctionAssociations"):
        if name in ours:
            result[name] = counted(ours[name])
    return result


def to_ours(api: dict) -> dict:
    result = {back(TOP).get(k, k): items(v) if k in LISTS else v for k, v in api.items()}
    result = {k: v for k, v in result.items() if k in KNOWN}
    result["Origins"] = [_origin_of(o) for o in items(api["Origins"])]
    result["DefaultCacheBehavior"] = _behavior_of(api["DefaultCacheBehavior"])
    result["CacheBehaviors"] = [_behavior_of(b) for b in items(api["CacheBehaviors"])]
    result["ViewerCertificate"] = _renamed(api["ViewerCertificate"], back(CERTIFICATE))
    geo = api["Restrictions"]["GeoRestriction"]
    result["Restrictions"] = {"GeoRestriction": {"RestrictionType": geo["RestrictionType"], "Locations": items(geo)}}
    return result


def _origin_of(api: dict) -> dict:
    result = api | {"OriginCustomHeaders": items(api.get("CustomHeaders"))}
    if "CustomOriginConfig" in api:
        custom = dict(api["CustomOriginConfig"])
        result["CustomOriginConfig"] = custom | {"OriginSSLProtocols": items(custom.pop("OriginSslProtocols", None))}
    return result


def _behavior_of(api: dict) -> dict:
    methods = api["AllowedMethods"]
    result = api | {"AllowedMethods": items(methods), "CachedMethods": items(methods.get("CachedMethods"))}
    for name in ("FunctionAssociations", "LambdaFunctionAssociations"):
        result[name] = items(api.get(name))
    return result
