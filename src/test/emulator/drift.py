"""Drift detection: whether the physical thing is still there, and whether a handler sees other properties.

Handlers may offer `observe(context, physical, props) -> dict` with the present values of some properties.
"""

import json
import uuid

from .clock import now
from .stacks import Operation, Stack
from .types import Context, handler_for

_detections: dict[str, dict] = {}


def detect(stack: Stack) -> str:
    found = resources(stack, None)
    drifted = [r for r in found if r["StackResourceDriftStatus"] in ("MODIFIED", "DELETED")]
    stack.drift = "DRIFTED" if drifted else "IN_SYNC"
    detection = str(uuid.uuid4())
    _detections[detection] = {
        "StackId": stack.id, "StackDriftDetectionId": detection, "StackDriftStatus": stack.drift, "Timestamp": now(),
        "DetectionStatus": "DETECTION_COMPLETE", "DriftedStackResourceCount": len(drifted),
    }
    return detection


def status(detection: str) -> dict:
    return _detections[detection]


def resources(stack: Stack, wanted: list | None) -> list:
    found = [_one(stack, r) for r in stack.live().values() if r.settled()]
    return [r for r in found if not wanted or r["StackResourceDriftStatus"] in wanted]


def _one(stack: Stack, resource) -> dict:
    result = {
        "StackId": stack.id, "LogicalResourceId": resource.logical, "PhysicalResourceId": resource.physical,
        "ResourceType": resource.type, "Timestamp": now(), "PropertyDifferences": [], "StackResourceDriftStatus": "IN_SYNC",
        "ExpectedProperties": json.dumps(resource.props, default=str),
    }
    handler = handler_for(resource.type, stack.region)
    context = Context(stack, resource.logical, Operation(None), lambda _: None)
    try:
        actual = handler.observe(context, resource.physical, resource.props)
    except Exception:
        return result | {"StackResourceDriftStatus": "DELETED"}
    result["ActualProperties"] = json.dumps(resource.props | actual, default=str)
    for name, value in actual.items():
        if name in resource.props and resource.props[name] != value:
            result["StackResourceDriftStatus"] = "MODIFIED"
            result["PropertyDifferences"].append({
                "PropertyPath": f"/{name}", "ExpectedValue": json.dumps(resource.props[name], default=str),
                "ActualValue": json.dumps(value, default=str), "DifferenceType": "NOT_EQUAL",
            })
    return result
