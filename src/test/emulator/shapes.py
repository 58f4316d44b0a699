"""How stacks, resources and change sets look in answers (botocore's member names)."""

import time

from .clock import now
from .stacks import ChangeSet, Intent, Stack


def status(c: ChangeSet) -> str:
    if time.monotonic() < c.ready_at:
        return "CREATE_IN_PROGRESS"
    return "FAILED" if c.failed else "CREATE_COMPLETE"


def change_set_summary(c: ChangeSet) -> dict:
    result = {
        "ChangeSetName": c.name, "ChangeSetId": c.id, "StackId": c.stack.id, "StackName": c.stack.name,
        "CreationTime": c.created, "Status": status(c), "ExecutionStatus": c.execution,
    }
    if c.description:
        result["Description"] = c.description
    if result["Status"] == "CREATE_IN_PROGRESS":
        result["ExecutionStatus"] = "UNAVAILABLE"
    elif c.failed:
        result["StatusReason"] = c.failed
    return result


def tags(tags: dict) -> list:
    return [{"Key": k, "Value": v} for k, v in tags.items()]


def parameters(intent: Intent) -> list:
    declared = intent.template.get("Parameters") or {}
    hidden = {n for n, d in declared.items() if str(d.get("NoEcho", "")).lower() == "true"}
    return [{"ParameterKey": k, "ParameterValue": "****" if k in hidden else v} for k, v in intent.parameters.items()]


def declared(name: str, declared: dict) -> dict:
    entry = {
        "ParameterKey": name, "ParameterType": declared["Type"], "NoEcho": str(declared.get("NoEcho", "")).lower() == "true",
        "Description": declared.get("Description", ""),
        "ParameterConstraints": {"AllowedValues": [str(v) for v in declared.get("AllowedValues", [])]},
    }
    if "Default" in declared:
        entry["DefaultValue"] = str(declared["Default"])
    return entry


def describe(stack: Stack) -> dict:
    result = common(stack) | {
        "Parameters": parameters(stack.intent), "Tags": tags(stack.intent.tags), "NotificationARNs": [],
        "Capabilities": stack.intent.capabilities, "DisableRollback": stack.disable_rollback, "RollbackConfiguration": {},
        "EnableTerminationProtection": stack.protection, "DriftInformation": {"StackDriftStatus": stack.drift},
    }
    if stack.change_set_id:
        result["ChangeSetId"] = stack.change_set_id
    if "Description" in stack.template:
        result["Description"] = stack.template["Description"]
    if stack.outputs and "DELETE" not in stack.status:
        result["Outputs"] = stack.outputs
    return result


def common(stack: Stack) -> dict:
    result = {"StackId": stack.id, "StackName": stack.name, "CreationTime": stack.created, "StackStatus": stack.status}
    if stack.reason:
        result["StackStatusReason"] = stack.reason
    if stack.updated:
        result["LastUpdatedTime"] = stack.updated
    if stack.deleted and stack.status == "DELETE_COMPLETE":
        result["DeletionTime"] = stack.deleted
    return result


def summary(stack: Stack) -> dict:
    result = common(stack) | {"DriftInformation": {"StackDriftStatus": stack.drift}}
    if "Description" in stack.template:
        result["TemplateDescription"] = stack.template["Description"]
    return result


def _drift(stack: Stack, resource) -> str:
    known = {d["LogicalResourceId"]: d["StackResourceDriftStatus"] for d in stack.drifts}
    return known.get(resource.logical, "NOT_CHECKED")


def resource(stack: Stack, resource) -> dict:
    result = {
        "LogicalResourceId": resource.logical, "ResourceType": resource.type, "ResourceStatus": resource.status,
        "Timestamp": resource.updated or now(), "DriftInformation": {"StackResourceDriftStatus": _drift(stack, resource)},
    }
    if resource.physical:
        result["PhysicalResourceId"] = resource.physical
    if resource.reason:
        result["ResourceStatusReason"] = resource.reason
    return result
