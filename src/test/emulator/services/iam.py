"""IAM: simulated policies. Everything is allowed but what the control API denies; the account's policies are not read.

AWS's managed policies, of which there are more than a thousand, are made once and not whenever the account is emptied.
"""

import json
from copy import copy
from datetime import datetime
from functools import cache

from moto.core.responses import ActionResult

from ..faults import FAULTS


def install() -> None:
    from moto.iam import models
    from moto.iam.responses import IamResponse

    IamResponse.simulate_principal_policy = _simulate
    models.IAMBackend._init_aws_policies = _managed_policies
    models.IAMBackend.reset = lambda _: None  # moto drops it next, and would first fill it again
    models.get_account_id_from = _account_of


@cache
def _published() -> list[dict]:
    """What AWS publishes of each of its policies, as moto's model takes it."""
    from moto.iam.aws_managed_policies import aws_managed_policies_data

    return [
        {
            "name": name,
            "default_version_id": policy.get("DefaultVersionId"),
            "path": policy.get("Path"),
            "document": json.dumps(policy.get("Document")),
            "create_date": datetime.fromisoformat(policy["CreateDate"]),
            "update_date": datetime.fromisoformat(policy["UpdateDate"]),
        }
        for name, policy in json.loads(aws_managed_policies_data).items()
    ]


def _managed_policies(backend) -> list:
    return [_untouched(p) for p in _made(backend.account_id, backend.region_name)]


@cache
def _made(account: str, region: str) -> list:
    from moto.iam.models import AWSManagedPolicy

    return [AWSManagedPolicy(account_id=account, region=region, **p) for p in _published()]


def _untouched(policy):
    """Its own copy of what may change; the id stays, as AWS's policies keep theirs."""
    own = copy(policy)
    own.tags, own.versions = {}, [copy(v) for v in policy.versions]
    return own


def _account_of(access_key: str) -> str:
    """Whose key it is. moto also looks in partitions that nobody used so far, for which it makes all of AWS's policies first."""
    from moto.core import DEFAULT_ACCOUNT_ID
    from moto.iam.models import iam_backends

    for account, partitions in list(iam_backends.items()):
        if any(access_key in used.access_keys for used in list(partitions.values())):
            return account
    return DEFAULT_ACCOUNT_ID


def _simulate(self) -> ActionResult:
    return ActionResult({"EvaluationResults": [_result(a) for a in self._get_param("ActionNames")], "IsTruncated": False})


def _result(action: str) -> dict:
    """A denied action is one that no policy allows."""
    decision = "explicitDeny" if FAULTS.denies(action) else "allowed"
    return {"EvalActionName": action, "EvalResourceName": "*", "EvalDecision": decision, "MatchedStatements": [], "MissingContextValues": []}
