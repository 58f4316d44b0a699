"""Failures on request, of resources and of API calls, denied actions, and the count of requests."""

import threading
from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass
class Fault:
    """Makes matching resource operations fail; `late` = after the object exists and the time has passed."""

    operation: str = "CREATE"
    type: str | None = None
    logicalId: str | None = None
    stack: str | None = None
    reason: str = "Injected failure"
    times: int = 1
    late: bool = False

    def matches(self, operation, type_name, logical, stack) -> bool:
        pairs = ((self.type, type_name), (self.logicalId, logical), (self.stack, stack), (self.operation, operation))
        return self.times > 0 and all(wanted in (None, seen) for wanted, seen in pairs)


@dataclass
class ApiFault:
    """Makes matching API calls answer an error. service is botocore's name, action the operation's; None = any."""

    service: str | None = None
    action: str | None = None
    status: int = 403
    code: str = "AccessDeniedException"
    message: str = "User is not authorized to perform this action"
    times: int = 1_000_000

    def matches(self, service, action) -> bool:
        return self.times > 0 and self.service in (None, service) and self.action in (None, action)


class InjectedFailure(Exception):
    """A resource was told to fail."""


class Faults:
    def __init__(self):
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        with self._lock:
            self.resources: list[Fault] = []
            self.api: list[ApiFault] = []
            self.denied: list[str] = []

    def add(self, fault) -> None:
        with self._lock:
            (self.api if isinstance(fault, ApiFault) else self.resources).append(fault)

    def deny(self, patterns: list[str]) -> None:
        with self._lock:
            self.denied = [p.lower() for p in patterns]

    def denies(self, action: str) -> bool:
        """IAM's actions know no case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"""
        with self._lock:
            return any(fnmatchcase(action.lower(), p) for p in self.denied)

    def raise_if(self, operation, type_name, logical, stack, late: bool) -> None:
        with self._lock:
            for fault in self.resources:
                if fault.late == late and fault.matches(operation, type_name, logical, stack):
                    fault.times -= 1
                    raise InjectedFailure(fault.reason)

    def for_call(self, service, action) -> ApiFault | None:
        with self._lock:
            for fault in self.api:
                if fault.matches(service, action):
                    fault.times -= 1
                    return fault
        return None


class Requests:
    """Counts requests from outside per service.action."""

    def __init__(self):
        self._lock = threading.Lock()
        self._counts: Counter = Counter()

    def count(self, service: str, action: str) -> None:
        with self._lock:
            self._counts[f"{service}.{action}"] += 1

    def reset(self) -> None:
        with self._lock:
            self._counts.clear()

    def counts(self) -> dict:
        with self._lock:
            return dict(sorted(self._counts.items()))


FAULTS = Faults()
REQUESTS = Requests()
