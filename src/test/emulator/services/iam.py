"""IAM: simulated policies. Everything is allowed but what the control API denies; the account's policies are not read.

AWS's managed policies, of which there are more than a thousand, are read once and not whenever the account is emptied.
"""

import json
from datetime import datetime
from functools import cache

from moto.core.responses import ActionResult

from ..faults import FAULTS


def install() -> None:
    from moto.iam.models import IAMBackend
    from moto.iam.responses import IamResponse

    IamResponse.simulate_principal_policy = _simulate
    IAMBackend._init_aws_policies = _managed_policies


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
    from moto.iam.models import AWSManagedPolicy

    return [AWSManagedPolicy(account_id=backend.account_id, region=backend.region_name, **p) for p in _published()]


def _simulate(self) -> ActionResult:
    return ActionResult({"EvaluationResults": [_result(a) for a in self._get_param("ActionNames")], "IsTruncated": False})


def _result(action: str) -> dict:
    """A denied action is one that no policy allows."""
    decision = "explicitDeny" if FAULTS.denies(action) else "allowed"
    return {"EvalActionName": action, "EvalResourceName": "*", "EvalDecision": decision, "MatchedStatements": [], "MissingContextValues": []}
