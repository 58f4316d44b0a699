"""Drift detection: what stands is compared with what the template says; what does not stand any more is DELETED.

Only what the template sets is compared, as in AWS:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html
"""

import json
import threading
import traceback
import uuid

from botocore.exceptions import ClientError

from . import drift_differences as differences
from . import observed
from .clock import CLOCK, Cancelled, now
from .stacks import Operation, Stack
from .types import Context, handler_for
from .work import is_gone, is_missing

SECONDS = 15  # a detection takes some seconds to minutes
DETECTABLE = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED"}
TAGS = {"AWS::Route53::HostedZone": "HostedZoneTags", "AWS::Route53::HealthCheck": "HealthCheckTags"}

_detections: dict[str, dict] = {}


def detect(stack: Stack) -> str:
    """Starts a detection; its id."""
    ident = str(uuid.uuid4())
    _detections[ident] = {
        "StackId": stack.id, "StackDriftDetectionId": ident, "DetectionStatus": "DETECTION_IN_PROGRESS", "Timestamp": now(),
    }
    threading.Thread(target=_run, args=(stack, _detections[ident]), daemon=True, name=f"drift-{stack.name}").start()
    return ident


def status(ident: str) -> dict | None:
    return _detections.get(ident)


def _run(stack: Stack, detection: dict) -> None:
    try:
        CLOCK.pause(SECONDS, threading.Event())
        found = [_one(stack, r) for r in list(stack.live().values()) if r.settled()]
    except Cancelled:
        return
    stack.drifts = [f for f, _ in found]
    problems = [f"{f['LogicalResourceId']}: {problem}" for f, problem in found if problem]
    drifted = [f for f in stack.drifts if f["StackResourceDriftStatus"] in ("MODIFIED", "DELETED")]
    stack.drift = "DRIFTED" if drifted else "IN_SYNC"
    detection.update({
        "StackDriftStatus": stack.drift, "DriftedStackResourceCount": len(drifted),
        "DetectionStatus": "DETECTION_FAILED" if problems else "DETECTION_COMPLETE",
    } | ({"DetectionStatusReason": "; ".join(problems)} if problems else {}))


def gone(stack: Stack) -> set:
    """The logical ids of what somebody deleted by hand."""
    live = [r for r in stack.live().values() if r.settled()]
    return {r.logical for r in live if is_missing(Context(stack, r.logical, Operation(None), lambda _: None), r)}


def found(stack: Stack) -> dict:
    """The properties of what was changed by hand as they are, by logical id; tags and what is gone are left out."""
    result = {}
    for resource in stack.live().values():
        look = observed.observer(resource.type) if resource.settled() else None
        if look is None:
            continue
        try:
            seen = look(Context(stack, resource.logical, Operation(None), lambda _: None), resource.physical, resource.props)
        except (LookupError, ClientError):
            continue
        handler = handler_for(resource.type, stack.region)
        compared = _compared(resource, seen, {*handler.ignores, *handler.unseen, TAGS.get(resource.type, "Tags")})
        names = {d["PropertyPath"].split("/")[1] for d in compared["PropertyDifferences"]}
        if names:
            others = {k: v for k, v in resource.props.items() if k not in names}
            result[resource.logical] = others | {k: seen[k] for k in names if seen.get(k) is not None}
    return result


def resources(stack: Stack, wanted: list | None) -> list:
    """What the last detection found."""
    return [r for r in stack.drifts if not wanted or r["StackResourceDriftStatus"] in wanted]


def _one(stack: Stack, resource) -> tuple:
    """(the drift of one resource, what went wrong while looking or None)"""
    result = {
        "StackId": stack.id, "LogicalResourceId": resource.logical, "PhysicalResourceId": resource.physical,
        "ResourceType": resource.type, "Timestamp": now(), "StackResourceDriftStatus": "IN_SYNC",
        "PropertyDifferences": [],
    }
    look = observed.observer(resource.type)
    if look is None:
        return result | {"StackResourceDriftStatus": "NOT_CHECKED"}, None
    context = Context(stack, resource.logical, Operation(None), lambda _: None)
    try:
        seen = look(context, resource.physical, resource.props)
    except Exception as e:
        if isinstance(e, LookupError) or (isinstance(e, ClientError) and is_gone(e)):
            return result | {"StackResourceDriftStatus": "DELETED"}, None
        traceback.print_exc()
        return result | {"StackResourceDriftStatus": "NOT_CHECKED"}, f"{type(e).__name__}: {e}"
    handler = handler_for(resource.type, stack.region)
    return result | _compared(resource, seen, {*handler.ignores, *handler.unseen}), None


def _compared(resource, seen: dict, hidden: set) -> dict:
    expected = {k: v for k, v in resource.props.items() if k not in hidden}
    actual = {k: seen.get(k) for k in expected}
    word = TAGS.get(resource.type, "Tags")
    if word in resource.props and "Tags" in seen:
        given = {t["Key"]: t["Value"] for t in resource.props[word]} if isinstance(resource.props[word], list) else resource.props[word]
        expected[word] = _pairs(resource.stack_tags | given)
        actual[word] = _pairs({k: v for k, v in seen["Tags"].items() if not k.startswith("aws:")})
    found = differences.between(expected, actual)
    shown = {"ExpectedProperties": json.dumps(expected, default=str), "ActualProperties": json.dumps(actual, default=str)}
    return shown | {"PropertyDifferences": found, "StackResourceDriftStatus": "MODIFIED" if found else "IN_SYNC"}


def _pairs(tags: dict) -> list:
    return [{"Key": k, "Value": v} for k, v in sorted(tags.items())]


__all__ = ["DETECTABLE", "detect", "found", "gone", "resources", "status"]
