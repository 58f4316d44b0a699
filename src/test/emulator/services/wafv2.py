"""AWS WAF: the scope CLOUDFRONT belongs to us-east-1, what is in use stays, names are taken once, logs go where they may."""

import ipaddress
import json

from moto.wafv2.responses import WAFV2Response

from .. import aws
from .errors import Refusal

HOME = "us-east-1"  # https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html, Scope
IN_USE = "AWS WAF couldn’t perform the operation because your resource is being used by another resource or it’s associated with another resource."
GONE = "AWS WAF couldn’t perform the operation because your resource doesn’t exist."
TAKEN = "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one."
NO_ARN = "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes."


def _invalid(reason: str, field: str, parameter: str) -> Refusal:
    return Refusal("WAFInvalidParameterException", f"Error reason: {reason}, field: {field}, parameter: {parameter}")


class Api(WAFV2Response):
    """moto's actions; before each, what AWS would refuse."""

    @property
    def given(self) -> dict:
        return json.loads(self.body or "{}")

    @property
    def state(self):
        return self.wafv2_backend

    def before_create_web_acl(self) -> None:
        self._refuse_taken(self.state.wacls)
        self._refuse_unknown_sets()

    def before_update_web_acl(self) -> None:
        self._refuse_unknown_sets()

    def after_update_web_acl(self) -> None:
        if not self.given.get("Rules"):  # moto keeps the old rules then
            self.state.get_web_acl(None, self.given["Name"], self.given["Id"]).rules = []

    def before_create_ip_set(self) -> None:
        self._refuse_taken(self.state.ip_sets)
        self._refuse_addresses()

    def before_update_ip_set(self) -> None:
        self._refuse_addresses()

    def before_delete_web_acl(self) -> None:
        distributions = aws.backend("cloudfront", "global", self.current_account).distributions.values()
        if any(d.ess_config.get("WebACLId", "").endswith("/" + self.given["Id"]) for d in distributions):
            raise Refusal("WAFAssociatedItemException", IN_USE)

    def before_delete_ip_set(self) -> None:
        if any(self.given["Id"] in json.dumps([r.statement for r in acl.rules]) for acl in self.state.wacls.values()):
            raise Refusal("WAFAssociatedItemException", IN_USE)

    def before_put_logging_configuration(self) -> None:
        wanted = self.given["LoggingConfiguration"]
        if wanted["ResourceArn"] not in self.state.wacls:
            raise Refusal("WAFNonexistentItemException", GONE)
        for arn in wanted["LogDestinationConfigs"]:
            self._refuse_destination(arn)

    def after_put_logging_configuration(self) -> None:
        """A log group's ARN as CloudFormation gives it ends in :*, which WAF drops."""
        kept = self.state.logging_configurations[self.given["LoggingConfiguration"]["ResourceArn"]]
        kept.log_destination_configs = [arn.removesuffix(":*") for arn in kept.log_destination_configs]

    def _refuse_taken(self, table: dict) -> None:
        if any(thing.name == self.given["Name"] for thing in table.values()):
            raise Refusal("WAFDuplicateItemException", TAKEN)

    def _refuse_addresses(self) -> None:
        for address in self.given.get("Addresses", []):
            try:
                ipaddress.ip_network(address)
            except ValueError:
                raise _invalid("The parameter contains formatting that is not valid.", "IP_ADDRESS", address) from None

    def _refuse_unknown_sets(self) -> None:
        for arn in _sets(self.given.get("Rules") or []):
            if arn not in self.state.ip_sets:
                raise Refusal("WAFNonexistentItemException", GONE)

    def _refuse_destination(self, arn: str) -> None:
        """Its name begins with aws-waf-logs-: https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html"""
        name = arn.split(":log-group:", 1)[-1].removesuffix(":*").rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        if not name.startswith("aws-waf-logs-"):
            raise _invalid(NO_ARN, "LOG_DESTINATION", arn)
        if ":log-group:" in arn and name not in aws.backend("logs", arn.split(":")[3], self.current_account).groups:
            text = "The operation failed because you don't have the permissions that your logging configuration requires."
            raise Refusal("WAFLogDestinationPermissionIssueException", text)


def _sets(value) -> list:
    """The ARNs of the IP sets that rules refer to, however deep."""
    if isinstance(value, list):
        return [arn for item in value for arn in _sets(item)]
    if not isinstance(value, dict):
        return []
    own = [value["IPSetReferenceStatement"]["ARN"]] if "IPSetReferenceStatement" in value else []
    return own + [arn for item in value.values() for arn in _sets(item)]


def _guarded(name: str):
    def action(self):
        arn = self.given.get("LoggingConfiguration", self.given)
        arn = arn.get("ResourceArn") or arn.get("ResourceARN") or arn.get("ARN") or ""
        cloudfront = self.given.get("Scope") == "CLOUDFRONT" or ":global/" in arn
        if cloudfront and self.region != HOME and self.partition == "aws":
            raise _invalid("The scope is not valid.", "SCOPE_VALUE", "CLOUDFRONT")
        if cloudfront:
            self.region = "global"  # where moto keeps what belongs to CloudFront
        getattr(self, f"before_{name}", lambda: None)()
        answer = getattr(super(Api, self), name)()
        getattr(self, f"after_{name}", lambda: None)()
        return answer

    return action


for _kind in ("web_acl", "ip_set"):
    for _verb in ("create", "get", "update", "delete"):
        setattr(Api, f"{_verb}_{_kind}", _guarded(f"{_verb}_{_kind}"))
for _name in (
    "list_web_ac_ls", "list_ip_sets", "put_logging_configuration", "get_logging_configuration", "delete_logging_configuration",
    "list_logging_configurations", "list_tags_for_resource", "tag_resource", "untag_resource",
):
    setattr(Api, _name, _guarded(_name))
