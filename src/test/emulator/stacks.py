"""What CloudFormation remembers: stacks, their resources, events and change sets."""

import copy
import threading
import uuid
from dataclasses import dataclass, field
from typing import Any

from . import aws
from .clock import now


@dataclass
class StackResource:
    """One resource of a stack, as it was last written."""

    logical: str
    type: str
    status: str = ""
    reason: str = ""
    physical: str = ""
    spec: dict = field(default_factory=dict)
    props: dict = field(default_factory=dict)
    attrs: dict = field(default_factory=dict)
    needs: set = field(default_factory=set)
    stack_tags: dict = field(default_factory=dict)
    updated: Any = None

    def settled(self) -> bool:
        """True when a create once came to its end: there is something to keep."""
        return bool(self.physical) and self.status not in ("CREATE_FAILED", "CREATE_IN_PROGRESS", "DELETE_COMPLETE")

    def policy(self, name: str) -> str:
        if name in self.spec:
            return self.spec[name]
        # https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html:
        # "For AWS::RDS::DBCluster ... and AWS::RDS::DBInstance resources that don't specify DBClusterIdentifier: Snapshot"
        snapshot = self.type == "AWS::RDS::DBCluster" or (
            self.type == "AWS::RDS::DBInstance" and "DBClusterIdentifier" not in self.props
        )
        return "Snapshot" if snapshot and name == "DeletionPolicy" else "Delete"


@dataclass
class Intent:
    """What an operation wants a stack to become."""

    body: str
    template: dict
    parameters: dict
    tags: dict
    capabilities: list = field(default_factory=list)


class Operation:
    """One run over a stack; `cancel` stops what is in flight."""

    def __init__(self, token: str | None, disable_rollback: bool = False):
        self.token = token
        self.disable_rollback = disable_rollback
        self.cancel = threading.Event()
        self.finished = threading.Event()
        self.retained_on_create = False
        self.then_delete = None


class Stack:
    def __init__(self, name: str, region: str, account: str, intent: Intent, status: str):
        self.name, self.region, self.account = name, region, account
        self.id = f"arn:{aws.partition(region)}:cloudformation:{region}:{account}:stack/{name}/{uuid.uuid4()}"
        self.status, self.reason = status, ""
        self.intent = intent
        self.created, self.updated, self.deleted = now(), None, None
        self.protection = False
        self.disable_rollback = False
        self.on_failure = "ROLLBACK"
        self.resources: dict[str, StackResource] = {}
        self.superseded: list[StackResource] = []
        self.stable: tuple | None = None
        self.outputs: list[dict] = []
        self.events: list[dict] = []
        self.change_sets: dict[str, "ChangeSet"] = {}
        self.change_set_id: str | None = None
        self.operation: Operation | None = None
        self.drift = "NOT_CHECKED"
        self.drifts: list[dict] = []  # what the last detection found, resource by resource
        self.role = None

    @property
    def template(self) -> dict:
        return self.intent.template

    def live(self) -> dict:
        return {n: r for n, r in self.resources.items() if r.status != "DELETE_COMPLETE"}

    def remember(self) -> None:
        """Keep the present state as the one a roll back leads to."""
        self.stable = (self.intent, {n: copy.copy(r) for n, r in self.resources.items() if r.settled()})

    def set_status(self, status: str, reason: str = "") -> None:
        self.status, self.reason = status, reason
        self._event(self.name, self.id, "AWS::CloudFormation::Stack", status, reason, str(uuid.uuid4()))

    def set_resource(self, resource: StackResource, status: str, reason: str = "") -> None:
        resource.status, resource.reason, resource.updated = status, reason, now()
        stamp = resource.updated.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        event_id = f"{resource.logical}-{status}-{stamp}-{uuid.uuid4().hex[:4]}"
        self._event(resource.logical, resource.physical, resource.type, status, reason, event_id)

    def _event(self, logical, physical, type_name, status, reason, event_id) -> None:
        event = {
            "StackId": self.id, "StackName": self.name, "EventId": event_id, "LogicalResourceId": logical,
            "PhysicalResourceId": physical, "ResourceType": type_name, "Timestamp": now(), "ResourceStatus": status,
        }
        if reason:
            event["ResourceStatusReason"] = reason
        if self.operation and self.operation.token:
            event["ClientRequestToken"] = self.operation.token
        self.events.append(event)


@dataclass
class ChangeSet:
    name: str
    stack: Stack
    kind: str
    intent: Intent
    description: str
    on_failure: str | None
    changes: list
    failed: str = ""
    execution: str = "AVAILABLE"
    token: str | None = None
    id: str = ""
    created: Any = field(default_factory=now)
    ready_at: float = 0.0
    actual: dict = field(default_factory=dict)  # what was changed by hand and is to be put back
    gone: set = field(default_factory=set)  # what was deleted by hand and is to be made again

    def __post_init__(self):
        s = self.stack
        self.id = f"arn:{aws.partition(s.region)}:cloudformation:{s.region}:{s.account}:changeSet/{self.name}/{uuid.uuid4()}"


class Registry:
    """All stacks of the emulator; deleted ones stay, reachable by id, as in AWS (for 90 days there)."""

    def __init__(self):
        self.lock = threading.RLock()
        self.stacks: list[Stack] = []

    def find(self, region: str, account: str, name_or_id: str) -> Stack | None:
        with self.lock:
            mine = [s for s in self.stacks if (s.region, s.account) == (region, account)]
        for stack in mine:
            if stack.id == name_or_id or (stack.name == name_or_id and stack.status != "DELETE_COMPLETE"):
                return stack
        return None

    def all(self, region: str, account: str) -> list[Stack]:
        with self.lock:
            return [s for s in reversed(self.stacks) if (s.region, s.account) == (region, account)]

    def add(self, stack: Stack) -> None:
        with self.lock:
            self.stacks.append(stack)

    def forget(self, stack: Stack) -> None:
        with self.lock:
            self.stacks.remove(stack)


REGISTRY = Registry()
