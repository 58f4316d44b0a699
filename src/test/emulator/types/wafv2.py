"""AWS WAF: web ACLs, sets of addresses, and the log of a web ACL."""

import base64

from . import Handler, retag


def spelled(value, ours: str, theirs: str):
    """Rules with the one word that CloudFormation and the API spell differently: Arn, ARN of what a statement refers to."""
    if isinstance(value, list):
        return [spelled(item, ours, theirs) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, inner in value.items():
        inner = spelled(inner, ours, theirs)
        if key.endswith("ReferenceStatement") and ours in inner:
            inner = {theirs if k == ours else k: v for k, v in inner.items()}
        result[key] = inner
    return result


def searched(value):
    """Byte matches as the API wants them: bytes under one name."""
    if isinstance(value, list):
        return [searched(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {k: searched(v) for k, v in value.items()}
    if "SearchStringBase64" in result:
        result["SearchString"] = base64.b64decode(result.pop("SearchStringBase64"))
    return result


class Waf(Handler):
    """Things of the API are named by name, id and scope; CloudFormation's id joins them."""

    noun = ""
    reply = ""
    settings: tuple = ()

    def _call(self, context, verb, *args, **kwargs):
        return getattr(context.client("wafv2"), f"{verb}_{self.noun}")(*args, **kwargs)

    @staticmethod
    def key(physical: str) -> dict:
        name, ident, scope = physical.split("|")
        return {"Name": name, "Id": ident, "Scope": scope}

    def _asked(self, props):
        return searched(spelled({k: props[k] for k in self.settings if k in props}, "Arn", "ARN"))

    def create(self, context, props):
        asked = self._asked(props)
        tags = context.tag_list(props.get("Tags"))
        made = self._call(
            context, "create", Name=props.get("Name") or context.name(128), Scope=props["Scope"], **asked, **({"Tags": tags} if tags else {})
        )["Summary"]
        return f"{made['Name']}|{made['Id']}|{props['Scope']}"

    def _found(self, context, physical) -> tuple:
        answer = self._call(context, "get", **self.key(physical))
        return answer[self.reply], answer["LockToken"]

    def attributes(self, context, physical, props):
        found, _ = self._found(context, physical)
        return {k: found[k] for k in ("Arn", "Id", "Capacity", "LabelNamespace") if k in found} | {"Arn": found["ARN"]}

    def update(self, context, physical, old, new, changed):
        found, token = self._found(context, physical)
        if "Tags" in changed:
            self._retag(context.client("wafv2"), found["ARN"], context.tags(new.get("Tags")))
        if changed - {"Tags"}:
            asked = {k: v for k, v in self._asked(new).items() if k != "IPAddressVersion"}
            self._call(context, "update", LockToken=token, **self.key(physical), **asked)

    @staticmethod
    def _retag(waf, arn, wanted):
        found = waf.list_tags_for_resource(ResourceARN=arn)["TagInfoForResource"]["TagList"]
        retag(
            lambda t: waf.tag_resource(ResourceARN=arn, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
            lambda keys: waf.untag_resource(ResourceARN=arn, TagKeys=keys), {t["Key"]: t["Value"] for t in found}, wanted,
        )

    def delete(self, context, physical, props, snapshot):
        _, token = self._found(context, physical)
        self._call(context, "delete", LockToken=token, **self.key(physical))


class WebAcl(Waf):
    type, noun, reply = "AWS::WAFv2::WebACL", "web_acl", "WebACL"
    settings = (
        "DefaultAction", "Description", "Rules", "VisibilityConfig", "CustomResponseBodies", "CaptchaConfig", "ChallengeConfig",
        "TokenDomains", "AssociationConfig",
    )
    handles = ("Name", "Scope", *settings, "Tags")


class IpSet(Waf):
    type, noun, reply = "AWS::WAFv2::IPSet", "ip_set", "IPSet"
    settings = ("Description", "IPAddressVersion", "Addresses")
    handles = ("Name", "Scope", *settings, "Tags")


class LoggingConfiguration(Handler):
    type = "AWS::WAFv2::LoggingConfiguration"
    settings = ("LogDestinationConfigs", "RedactedFields", "LoggingFilter")
    handles = ("ResourceArn", *settings)

    def _put(self, context, props):
        wanted = {k: props[k] for k in self.handles if k in props}
        context.client("wafv2").put_logging_configuration(LoggingConfiguration=wanted)

    def create(self, context, props):
        self._put(context, props)
        return props["ResourceArn"]

    def attributes(self, context, physical, props):
        return {"ManagedByFirewallManager": False}

    def update(self, context, physical, old, new, changed):
        self._put(context, new)

    def delete(self, context, physical, props, snapshot):
        context.client("wafv2").delete_logging_configuration(ResourceArn=physical)
