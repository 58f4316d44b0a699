"""CloudFront on moto's back end: distributions that take time to deploy, are checked as AWS checks them and are shown whole.

moto turns a distribution's settings into objects that its answers lose again; here they stay the dictionary that was given,
filled up with AWS's defaults.
"""

import copy
import time

from moto.cloudfront.models import random_id
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.responses import ActionResult, EmptyResult

from .. import aws, durations
from ..clock import CLOCK, now
from . import cloudfront_config as config
from .errors import Refusal

PAGE = 100


class Api(CloudFrontResponse):
    def _distribution(self):
        ident = self._get_param("Id")
        if ident not in self.backend.distributions:
            raise Refusal("NoSuchDistribution", "The specified distribution does not exist.")
        return self.backend.distributions[ident]

    def _shown(self, distribution) -> dict:
        return _head(distribution) | {
            "InProgressInvalidationBatches": 0, "DistributionConfig": distribution.ess_config,
            "ActiveTrustedSigners": {"Enabled": False, "Quantity": 0}, "ActiveTrustedKeyGroups": {"Enabled": False, "Quantity": 0},
        }

    def _answer(self, distribution) -> ActionResult:
        return ActionResult({"Distribution": self._shown(distribution), "ETag": distribution.etag, "Location": distribution.location})

    # -- distributions -------------------------------------------------------------------------------------------------

    def create_distribution(self) -> ActionResult:
        return self._create(self._get_param("DistributionConfig"), [])

    def create_distribution_with_tags(self) -> ActionResult:
        given = self._get_param("DistributionConfigWithTags")
        return self._create(given["DistributionConfig"], (given.get("Tags") or {}).get("Items") or [])

    def _create(self, given: dict, tags: list) -> ActionResult:
        wanted = config.completed(given)
        config.refuse(wanted, None, self.backend, self.current_account)
        made, _, _ = self.backend.create_distribution(copy.deepcopy(given), [])
        made.arn = f"arn:{self.partition}:cloudfront::{self.current_account}:distribution/{made.id}"  # moto leaves a colon out
        self.backend.tag_resource(made.arn, tags)
        self._deploy(made, wanted)
        return self._answer(made)

    @staticmethod
    def _deploy(distribution, wanted: dict) -> None:
        distribution.ess_config, distribution.etag = wanted, random_id()
        distribution.last_modified_time = now()
        distribution.deployed_at = time.monotonic() + durations.DISTRIBUTION / CLOCK.speed

    def get_distribution(self) -> ActionResult:
        return self._answer(self._distribution())

    def get_distribution_config(self) -> ActionResult:
        found = self._distribution()
        return ActionResult({"DistributionConfig": found.ess_config, "ETag": found.etag})

    def list_distributions(self) -> ActionResult:
        everything = sorted(self.backend.distributions.values(), key=lambda d: d.id)
        start, size = int(self._get_param("Marker") or 0), int(self._get_param("MaxItems") or PAGE)
        shown = [_head(d) | d.ess_config | {"ETag": d.etag, "Staging": False} for d in everything[start:start + size]]
        more = len(everything) > start + size
        page = {"Marker": str(start or ""), "MaxItems": size, "IsTruncated": more, "Quantity": len(shown), "Items": shown}
        return ActionResult({"DistributionList": page | ({"NextMarker": str(start + size)} if more else {})})

    def _matching(self):
        found, given = self._distribution(), self._get_param("IfMatch")
        if not given:
            raise Refusal("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.")
        if given != found.etag:
            raise Refusal("PreconditionFailed", "The request failed because it didn't meet the preconditions in one or more request-header fields")
        return found

    def update_distribution(self) -> ActionResult:
        found, given = self._matching(), self._get_param("DistributionConfig")
        wanted = config.completed(given)
        if wanted["CallerReference"] != found.ess_config["CallerReference"]:
            raise Refusal("IllegalUpdate", "The update contains modifications that are not allowed.")
        config.refuse(wanted, found, self.backend, self.current_account)
        self._deploy(found, wanted)
        return self._answer(found)

    def delete_distribution(self) -> EmptyResult:
        found = self._matching()
        if found.ess_config["Enabled"] or status(found) != "Deployed":
            raise Refusal("DistributionNotDisabled", "The distribution you are trying to delete has not been disabled.")
        del self.backend.distributions[found.id]
        return EmptyResult()

    # -- AWS's own policies --------------------------------------------------------------------------------------------

    def get_cache_policy(self) -> ActionResult:
        return self._policy("CachePolicy", config.CACHE_POLICIES)

    def get_origin_request_policy(self) -> ActionResult:
        return self._policy("OriginRequestPolicy", config.REQUEST_POLICIES)

    def _policy(self, kind: str, known: dict) -> ActionResult:
        ident = self._get_param("Id")
        if ident not in known:
            raise Refusal(f"NoSuch{kind}", f"The specified {kind} does not exist.")
        return ActionResult({kind: config.policy(kind, ident), "ETag": "E23ZP02F085DFQ"})

    def list_cache_policies(self) -> ActionResult:
        return self._policies("CachePolicy", "CachePolicyList", config.CACHE_POLICIES)

    def list_origin_request_policies(self) -> ActionResult:
        return self._policies("OriginRequestPolicy", "OriginRequestPolicyList", config.REQUEST_POLICIES)

    @staticmethod
    def _policies(kind: str, key: str, known: dict) -> ActionResult:
        items = [{"Type": "managed", kind: config.policy(kind, ident)} for ident in known]
        return ActionResult({key: {"MaxItems": PAGE, "Quantity": len(items), "Items": items}})


def status(distribution) -> str:
    return "InProgress" if time.monotonic() < distribution.deployed_at else "Deployed"


def _head(distribution) -> dict:
    return {
        "Id": distribution.id, "ARN": distribution.arn, "Status": status(distribution), "DomainName": distribution.domain_name,
        "LastModifiedTime": distribution.last_modified_time,
    }


def settle(account: str, ident: str) -> None:
    """The change has reached the edge locations."""
    aws.backend("cloudfront", "global", account).distributions[ident].deployed_at = 0.0
