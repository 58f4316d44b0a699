"""IAM: simulated policies. Everything is allowed but what the control API denies; the account's policies are not read."""

from moto.core.responses import ActionResult

from ..faults import FAULTS


def install() -> None:
    from moto.iam.responses import IamResponse

    IamResponse.simulate_principal_policy = _simulate


def _simulate(self) -> ActionResult:
    return ActionResult({"EvaluationResults": [_result(a) for a in self._get_param("ActionNames")], "IsTruncated": False})


def _result(action: str) -> dict:
    """A denied action is one that no policy allows."""
    decision = "implicitDeny" if FAULTS.denies(action) else "allowed"
    return {"EvalActionName": action, "EvalResourceName": "*", "EvalDecision": decision, "MatchedStatements": [], "MissingContextValues": []}
