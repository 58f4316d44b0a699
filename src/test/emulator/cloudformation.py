"""The CloudFormation API in front of the engine, on moto's request parsing and serialising.

moto's own stacks (finished before the call returns) are replaced; stack sets and the like stay moto's.
"""

import time

from moto.cloudformation.exceptions import AlreadyExistsException
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, EmptyResult

from . import changes, drift, engine, parameters, shapes
from .clock import CLOCK
from .stacks import REGISTRY, ChangeSet, Intent, Operation, Stack
from .template import check, invalid, needed_capabilities, parse

NOTHING = "The submitted information didn't contain changes. Submit different information to create a change set."
PAGE = 100
UPDATABLE = {
    "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "CREATE_FAILED", "UPDATE_FAILED",
    "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE",
}


class InsufficientCapabilities(ServiceException):
    code = "InsufficientCapabilitiesException"


class ChangeSetNotFound(ServiceException):
    code = "ChangeSetNotFound"


class InvalidChangeSetStatus(ServiceException):
    code = "InvalidChangeSetStatus"


class Api(CloudFormationResponse):
    """One method per action; botocore's model decides the shapes on the wire."""

    RESPONSE_KEY_PATH_TO_TRANSFORMER: dict = {}  # moto's turn its own stack objects into shapes; ours are shapes already

    # -- finding things ------------------------------------------------------------------------------------------------

    def _stack(self, name: str | None) -> Stack:
        stack = REGISTRY.find(self.region, self.current_account, name or "")
        if stack is None:
            raise invalid(f"Stack with id {name} does not exist")
        return stack

    def _change_set(self) -> ChangeSet:
        name, stack_name = self._get_param("ChangeSetName"), self._get_param("StackName")
        for stack in REGISTRY.all(self.region, self.current_account):
            if stack_name and stack_name not in (stack.name, stack.id):
                continue
            if not name.startswith("arn:") and stack.status == "DELETE_COMPLETE" and stack_name != stack.id:
                continue
            for change_set in stack.change_sets.values():
                if name in (change_set.id, change_set.name) and (stack_name or name == change_set.id):
                    return change_set
        raise ChangeSetNotFound(f"ChangeSet [{name}] does not exist")

    # -- what a request wants ------------------------------------------------------------------------------------------

    def _intent(self, stack: Stack | None) -> Intent:
        body = self._get_param("TemplateBody")
        if self._get_param("TemplateURL"):
            body = self._get_stack_from_s3_url(self._get_param("TemplateURL"))
        if self._get_param("UsePreviousTemplate"):
            if stack is None:
                raise invalid("Use previous template is not allowed for a stack that does not exist")
            body = stack.intent.body
        if not body:
            raise invalid("Either Template URL or Template Body must be specified.")
        template = parse(body)
        check(template, self.region)
        capabilities = self._get_param("Capabilities", [])
        _check_capabilities(template, capabilities)
        values = parameters.values(template, self._given(stack), self.region, self.current_account)
        given_tags = self._get_param("Tags")
        tags = {t["Key"]: t["Value"] for t in given_tags} if given_tags is not None else dict(stack.intent.tags if stack else {})
        return Intent(body, template, values, tags, capabilities)

    def _given(self, stack: Stack | None) -> dict:
        result = {}
        for parameter in self._get_param("Parameters", []):
            key = parameter["ParameterKey"]
            if parameter.get("UsePreviousValue"):
                if stack is None or key not in stack.intent.parameters:
                    raise invalid(f"Invalid input for parameter key {key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template")
                result[key] = stack.intent.parameters[key]
            else:
                result[key] = parameter.get("ParameterValue", "")
        return result

    # -- change sets ---------------------------------------------------------------------------------------------------

    def create_change_set(self) -> ActionResult:
        name, kind = self._get_param("StackName"), self._get_param("ChangeSetType", "UPDATE")
        stack = REGISTRY.find(self.region, self.current_account, name)
        if kind == "CREATE":
            if stack is not None and stack.status != "REVIEW_IN_PROGRESS":
                raise invalid(f"Stack [{name}] already exists and cannot be created again with the changeSet [{self._get_param('ChangeSetName')}].")
        else:
            stack = self._updatable(name)
        intent = self._intent(stack)
        stack = stack or self._review(name, intent)
        return self._new_change_set(stack, kind, intent)

    def _review(self, name: str, intent: Intent) -> Stack:
        stack = Stack(name, self.region, self.current_account, intent, "REVIEW_IN_PROGRESS")
        REGISTRY.add(stack)
        stack.set_status("REVIEW_IN_PROGRESS", engine.USER)
        return stack

    def _updatable(self, name: str) -> Stack:
        stack = self._stack(name)
        if stack.status not in UPDATABLE:
            raise invalid(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        return stack

    def _new_change_set(self, stack: Stack, kind: str, intent: Intent) -> ActionResult:
        name = self._get_param("ChangeSetName")
        token = self._get_param("ClientToken")
        repeated = next((c for c in stack.change_sets.values() if c.name == name and token and c.token == token), None)
        if repeated:
            return ActionResult({"Id": repeated.id, "StackId": stack.id})
        if any(c.name == name for c in stack.change_sets.values()):
            raise AlreadyExistsException(f"ChangeSet {name} already exists for stack {stack.name}")
        _refuse_new_types(stack, intent)
        reverts = self._get_param("DeploymentMode") == "REVERT_DRIFT"
        actual = drift.found(stack) if reverts else {}
        gone = drift.gone(stack) if reverts else set()
        found = changes.compute(stack, intent, actual, gone)
        change_set = ChangeSet(name, stack, kind, intent, self._get_param("Description"), self._get_param("OnStackFailure"), found, token=token)
        broken = stack.status in ("CREATE_FAILED", "UPDATE_FAILED")
        if kind == "UPDATE" and not found and not broken and not changes.outputs_differ(stack, intent):
            change_set.failed, change_set.execution = NOTHING, "UNAVAILABLE"
        change_set.actual, change_set.gone = actual, gone
        change_set.ready_at = time.monotonic() + 2 / CLOCK.speed
        stack.change_sets[change_set.id] = change_set
        return ActionResult({"Id": change_set.id, "StackId": stack.id})

    def describe_change_set(self) -> ActionResult:
        c = self._change_set()
        start = int(self._get_param("NextToken") or 0)
        result = shapes.change_set_summary(c) | {
            "Parameters": shapes.parameters(c.intent), "Tags": shapes.tags(c.intent.tags), "Capabilities": c.intent.capabilities,
            "NotificationARNs": [], "RollbackConfiguration": {}, "Changes": [], "IncludeNestedStacks": False,
        }
        if c.on_failure:
            result["OnStackFailure"] = c.on_failure
        if result["Status"] != "CREATE_IN_PROGRESS":
            result["Changes"] = c.changes[start:start + PAGE]
            if len(c.changes) > start + PAGE:
                result["NextToken"] = str(start + PAGE)
        return ActionResult(result)

    def list_change_sets(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        return ActionResult({"Summaries": [shapes.change_set_summary(c) for c in stack.change_sets.values()]})

    def delete_change_set(self) -> EmptyResult:
        try:
            change_set = self._change_set()
        except ChangeSetNotFound:
            return EmptyResult()
        if change_set.execution == "EXECUTE_IN_PROGRESS":
            raise InvalidChangeSetStatus(f"ChangeSet [{change_set.id}] cannot be deleted in status [{change_set.execution}]")
        del change_set.stack.change_sets[change_set.id]
        return EmptyResult()

    def execute_change_set(self) -> EmptyResult:
        change_set = self._change_set()
        stack = change_set.stack
        if change_set.execution != "AVAILABLE" or time.monotonic() < change_set.ready_at:
            status = shapes.status(change_set) if change_set.failed or change_set.execution == "AVAILABLE" else change_set.execution
            raise InvalidChangeSetStatus(f"ChangeSet [{change_set.id}] cannot be executed in its current status of [{status}]")
        if change_set.kind == "UPDATE":
            self._updatable(stack.id)
        disable = self._get_bool_param("DisableRollback", False)
        if disable and change_set.on_failure:
            raise invalid("DisableRollback and OnStackFailure must not be specified together")
        operation = Operation(self._get_param("ClientRequestToken"), disable or change_set.on_failure == "DO_NOTHING")
        stack.on_failure = change_set.on_failure or "ROLLBACK"
        stack.change_set_id = change_set.id
        for other in list(stack.change_sets.values()):
            if other is not change_set:
                other.execution = "OBSOLETE"
        change_set.execution = "EXECUTE_IN_PROGRESS"
        self._run(stack, operation, change_set)
        return EmptyResult()

    def _run(self, stack: Stack, operation: Operation, change_set: ChangeSet) -> None:
        if change_set.kind == "CREATE":
            stack.intent, stack.disable_rollback = change_set.intent, operation.disable_rollback
            work, stack.status = engine.create, "CREATE_IN_PROGRESS"
        else:
            for name, props in change_set.actual.items():
                stack.resources[name].props = props
            for name in change_set.gone:
                del stack.resources[name]
            work = _updating(stack, change_set.intent)

        def body(s, o):
            try:
                work(s, o)
            finally:
                failed = s.status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
                change_set.execution = "EXECUTE_FAILED" if failed else "EXECUTE_COMPLETE"

        engine.start(stack, operation, body)

    # -- whole stacks --------------------------------------------------------------------------------------------------

    def create_stack(self) -> ActionResult:
        name = self._get_param("StackName")
        if REGISTRY.find(self.region, self.current_account, name):
            raise AlreadyExistsException(f"Stack [{name}] already exists")
        stack = Stack(name, self.region, self.current_account, self._intent(None), "CREATE_IN_PROGRESS")
        stack.protection = self._get_bool_param("EnableTerminationProtection", False)
        stack.on_failure = self._get_param("OnFailure") or "ROLLBACK"
        keep = self._get_bool_param("DisableRollback", False) or stack.on_failure == "DO_NOTHING"
        stack.disable_rollback = keep
        REGISTRY.add(stack)
        engine.start(stack, Operation(self._get_param("ClientRequestToken"), keep), engine.create)
        return ActionResult({"StackId": stack.id})

    def update_stack(self) -> ActionResult:
        stack = self._updatable(self._get_param("StackName"))
        intent = self._intent(stack)
        _refuse_new_types(stack, intent)
        broken = stack.status in ("CREATE_FAILED", "UPDATE_FAILED")
        if not changes.compute(stack, intent) and not changes.outputs_differ(stack, intent) and not broken:
            raise invalid("No updates are to be performed.")
        operation = Operation(self._get_param("ClientRequestToken"), self._get_bool_param("DisableRollback", False))
        engine.start(stack, operation, _updating(stack, intent))
        return ActionResult({"StackId": stack.id})

    def delete_stack(self) -> EmptyResult:
        stack = REGISTRY.find(self.region, self.current_account, self._get_param("StackName"))
        if stack is None or stack.status in ("DELETE_COMPLETE", "DELETE_IN_PROGRESS"):
            return EmptyResult()
        if stack.protection:
            raise invalid(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        retain = set(self._get_param("RetainResources") or [])
        if retain and stack.status != "DELETE_FAILED":
            raise invalid(f"Invalid operation on stack [{stack.id}]. Specify RetainResources only when a stack is in DELETE_FAILED state.")
        token = self._get_param("ClientRequestToken")
        if stack.status == "CREATE_IN_PROGRESS":
            engine.delete_after_cancel(stack, token)
        elif stack.status.endswith("_IN_PROGRESS") and stack.status != "REVIEW_IN_PROGRESS":
            raise invalid(f"Stack [{stack.id}] cannot be deleted while in status {stack.status}")
        else:
            stack.status = "DELETE_IN_PROGRESS"
            engine.start(stack, Operation(token), lambda s, o: engine.delete(s, o, retain))
        return EmptyResult()

    def rollback_stack(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        if stack.status not in ("CREATE_FAILED", "UPDATE_FAILED"):
            raise invalid(f"Stack:{stack.id} is in {stack.status} state and can not be rolled back.")
        back = engine.roll_back_update if stack.stable else engine.roll_back_creation
        stack.status = "UPDATE_ROLLBACK_IN_PROGRESS" if stack.stable else "ROLLBACK_IN_PROGRESS"
        engine.start(stack, Operation(self._get_param("ClientRequestToken")), lambda s, o: back(s, o, engine.USER))
        return ActionResult({"StackId": stack.id})

    def continue_update_rollback(self) -> EmptyResult:
        stack = self._stack(self._get_param("StackName"))
        if stack.status != "UPDATE_ROLLBACK_FAILED":
            raise invalid(f"Stack:{stack.id} is in {stack.status} state and can not continue rollback")
        skip = set(self._get_param("ResourcesToSkip") or [])
        for name in skip & set(stack.resources):
            stack.stable[1].pop(name, None)
        stack.status = "UPDATE_ROLLBACK_IN_PROGRESS"
        engine.start(stack, Operation(self._get_param("ClientRequestToken")), lambda s, o: engine.roll_back_update(s, o, engine.USER))
        return EmptyResult()

    def cancel_update_stack(self) -> EmptyResult:
        stack = self._stack(self._get_param("StackName"))
        if stack.status != "UPDATE_IN_PROGRESS":
            raise invalid(f"CancelUpdateStack cannot be called from current stack status ({stack.status})")
        stack.operation.disable_rollback = False
        stack.operation.cancel.set()
        return EmptyResult()

    def update_termination_protection(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        stack.protection = self._get_bool_param("EnableTerminationProtection")
        return ActionResult({"StackId": stack.id})

    def signal_resource(self) -> EmptyResult:
        raise invalid("SignalResource is not emulated")

    # -- looking -------------------------------------------------------------------------------------------------------

    def describe_stacks(self) -> ActionResult:
        name = self._get_param("StackName")
        if name:
            return ActionResult({"Stacks": [shapes.describe(self._stack(name))]})
        stacks = [s for s in REGISTRY.all(self.region, self.current_account) if s.status != "DELETE_COMPLETE"]
        return self._page("Stacks", stacks, shapes.describe)

    def _page(self, key: str, items: list, shape) -> ActionResult:
        start = int(self._get_param("NextToken") or 0)
        result = {key: [shape(item) for item in items[start:start + PAGE]]}
        if len(items) > start + PAGE:
            result["NextToken"] = str(start + PAGE)
        return ActionResult(result)

    def list_stacks(self) -> ActionResult:
        wanted = self._get_param("StackStatusFilter") or []
        stacks = [s for s in REGISTRY.all(self.region, self.current_account) if not wanted or s.status in wanted]
        return self._page("StackSummaries", stacks, shapes.summary)

    def describe_stack_events(self) -> ActionResult:
        """Newest first; the token is the number of older events, so new ones do not shift a page."""
        stack = self._stack(self._get_param("StackName"))
        token = self._get_param("NextToken")
        end = int(token) if token else len(stack.events)
        start = max(end - PAGE, 0)
        result = {"StackEvents": stack.events[start:end][::-1]}
        if start:
            result["NextToken"] = str(start)
        return ActionResult(result)

    def describe_stack_resources(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        logical = self._get_param("LogicalResourceId")
        shown = [shapes.resource(stack, r) for n, r in stack.resources.items() if logical in (None, n)]
        return ActionResult({"StackResources": [r | {"StackName": stack.name, "StackId": stack.id} for r in shown]})

    def describe_stack_resource(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        name = self._get_param("LogicalResourceId")
        if name not in stack.resources:
            raise invalid(f"Resource {name} does not exist for stack {stack.name}")
        shown = shapes.resource(stack, stack.resources[name])
        shown["LastUpdatedTimestamp"] = shown.pop("Timestamp")
        return ActionResult({"StackResourceDetail": shown | {"StackName": stack.name, "StackId": stack.id}})

    def list_stack_resources(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))

        def shape(resource):
            shown = shapes.resource(stack, resource)
            shown["LastUpdatedTimestamp"] = shown.pop("Timestamp")
            return shown

        return self._page("StackResourceSummaries", list(stack.resources.values()), shape)

    def get_template(self) -> ActionResult:
        if self._get_param("ChangeSetName"):
            body = self._change_set().intent.body
        else:
            body = self._stack(self._get_param("StackName")).intent.body
        return ActionResult({"TemplateBody": body, "StagesAvailable": ["Original", "Processed"]})

    def validate_template(self) -> ActionResult:
        template = parse(self._get_param("TemplateBody") or "")
        check(template, self.region)
        shown = [shapes.declared(n, d) for n, d in (template.get("Parameters") or {}).items()]
        for entry in shown:
            for key in ("ParameterType", "ParameterConstraints"):
                entry.pop(key)
        return ActionResult({
            "Parameters": shown, "Description": template.get("Description", ""),
            "Capabilities": _wanted_capabilities(template),
        })

    def get_template_summary(self) -> ActionResult:
        if self._get_param("StackName"):
            template = self._stack(self._get_param("StackName")).template
        else:
            template = parse(self._get_param("TemplateBody") or "")
            check(template, self.region)
        return ActionResult({
            "Parameters": [shapes.declared(n, d) for n, d in (template.get("Parameters") or {}).items()],
            "Description": template.get("Description", ""), "Capabilities": _wanted_capabilities(template),
            "ResourceTypes": [r["Type"] for r in template["Resources"].values()],
            "Version": str(template.get("AWSTemplateFormatVersion", "2010-09-09")),
        })

    # -- drift ---------------------------------------------------------------------------------------------------------

    def detect_stack_drift(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        if stack.status not in drift.DETECTABLE:
            raise invalid(f"Drift detection cannot be performed on stack [{stack.id}] while in status {stack.status}")
        return ActionResult({"StackDriftDetectionId": drift.detect(stack)})

    def describe_stack_drift_detection_status(self) -> ActionResult:
        ident = self._get_param("StackDriftDetectionId")
        if drift.status(ident) is None:
            raise invalid(f"StackDriftDetectionId {ident} does not exist")
        return ActionResult(drift.status(ident))

    def describe_stack_resource_drifts(self) -> ActionResult:
        stack = self._stack(self._get_param("StackName"))
        found = drift.resources(stack, self._get_param("StackResourceDriftStatusFilters"))
        return self._page("StackResourceDrifts", found, lambda shown: shown)


def _updating(stack: Stack, intent: Intent):
    before = stack.status
    stack.status = "UPDATE_IN_PROGRESS"  # at once, so that a second update is refused

    def work(s, operation):
        s.status = before
        engine.update(s, operation, intent)

    return work


def _refuse_new_types(stack: Stack, intent: Intent) -> None:
    new = intent.template["Resources"]
    moved = [n for n, r in stack.live().items() if r.settled() and n in new and new[n]["Type"] != r.type]
    if moved:
        raise invalid(
            "Update of resource type is not permitted. The new template modifies resource type of the following "
            f"resources: [{', '.join(sorted(moved))}]"
        )


def _wanted_capabilities(template: dict) -> list:
    needed = needed_capabilities(template)
    return ["CAPABILITY_NAMED_IAM"] if "CAPABILITY_NAMED_IAM" in needed else sorted(needed)


def _check_capabilities(template: dict, given: list) -> None:
    wanted = _wanted_capabilities(template)
    if wanted and not (set(wanted) | {"CAPABILITY_NAMED_IAM"}) & set(given):
        raise InsufficientCapabilities(f"Requires capabilities : [{', '.join(wanted)}]")
