"""Operations over whole stacks: create, update, roll back, delete; each in a thread of its own."""

import threading
import traceback

from . import graph
from .clock import CLOCK, now
from .stacks import REGISTRY, Operation, Stack
from .template import dependencies, references
from .work import Turn, resolver

USER = "User Initiated"


def start(stack: Stack, operation: Operation, work) -> None:
    """Run work(stack, operation) in the background; the stack never stays in progress, whatever happens."""
    stack.operation = operation

    def body():
        try:
            work(stack, operation)
        except Exception as e:
            traceback.print_exc()
            verb = stack.status.replace("_IN_PROGRESS", "") or "UPDATE"
            stack.set_status(f"{verb}_FAILED", f"Internal failure of the emulator: {e}")
        finally:
            operation.finished.set()
            if operation.then_delete:
                operation.then_delete()

    threading.Thread(target=body, daemon=True, name=f"cfn-{stack.name}").start()


def create(stack: Stack, operation: Operation) -> None:
    stack.set_status("CREATE_IN_PROGRESS", USER)
    names = resolver(stack).wanted()
    left = graph.run(
        dependencies(stack.template, names), lambda n: Turn(stack, operation, n).create(), operation.cancel,
        stop_at_failure=not operation.disable_rollback,
    )
    if not left:
        _finish(stack, "CREATE_COMPLETE")
    elif operation.then_delete:
        stack.set_status("CREATE_FAILED", "Resource creation cancelled")
    elif operation.disable_rollback:
        stack.set_status("CREATE_FAILED", _failure_text(stack, "CREATE", "create"))
    else:
        roll_back_creation(stack, operation, _failure_text(stack, "CREATE", "create") + " Rollback requested by user.")


def _failure_text(stack: Stack, verb: str, word: str) -> str:
    failed = [n for n, r in stack.resources.items() if r.status == f"{verb}_FAILED"]
    return f"The following resource(s) failed to {word}: [{', '.join(failed)}]."


def _finish(stack: Stack, status: str) -> None:
    stack.outputs = _outputs(stack)
    stack.superseded = []
    stack.remember()
    stack.set_status(status)


def _outputs(stack: Stack) -> list:
    resolve = resolver(stack)
    result = []
    for name, output in (stack.template.get("Outputs") or {}).items():
        if "Condition" in output and not resolve.condition(output["Condition"]):
            continue
        value = resolve.resolve(output["Value"])
        entry = {"OutputKey": name, "OutputValue": str(value).lower() if isinstance(value, bool) else str(value)}
        if "Description" in output:
            entry["Description"] = output["Description"]
        if "Export" in output:
            entry["ExportName"] = resolve.resolve(output["Export"]["Name"])
        result.append(entry)
    return result


def roll_back_creation(stack: Stack, operation: Operation, reason: str = "") -> None:
    stack.set_status("ROLLBACK_IN_PROGRESS", reason)
    operation.cancel = threading.Event()
    if _delete_all(stack, operation, set(), just_created=True):
        removed = stack.on_failure == "DELETE"
        stack.set_status("DELETE_COMPLETE" if removed else "ROLLBACK_COMPLETE")
        stack.deleted = now()
    else:
        stack.set_status("ROLLBACK_FAILED", _failure_text(stack, "DELETE", "delete"))


def update(stack: Stack, operation: Operation, intent) -> None:
    """From CREATE_COMPLETE and the like, or on from CREATE_FAILED and UPDATE_FAILED."""
    if stack.status not in ("CREATE_FAILED", "UPDATE_FAILED"):
        stack.remember()
    stack.intent, stack.updated = intent, now()
    stack.disable_rollback = operation.disable_rollback
    stack.set_status("UPDATE_IN_PROGRESS", USER)
    names = resolver(stack).wanted()

    def one(name):
        resource = stack.resources.get(name)
        turn = Turn(stack, operation, name)
        return turn.update() if resource is not None and resource.settled() else turn.create()

    left = graph.run(
        dependencies(stack.template, names), one, operation.cancel, stop_at_failure=not operation.disable_rollback
    )
    if not left:
        stack.set_status("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        _clean_up(stack, operation, set(names))
        _finish(stack, "UPDATE_COMPLETE")
    elif operation.disable_rollback:
        stack.set_status("UPDATE_FAILED", _update_failure(stack))
    elif stack.stable is None:
        roll_back_creation(stack, operation, _update_failure(stack))
    else:
        roll_back_update(stack, operation, _update_failure(stack))


def _update_failure(stack: Stack) -> str:
    created, updated = (
        [n for n, r in stack.resources.items() if r.status == f"{verb}_FAILED"] for verb in ("CREATE", "UPDATE")
    )
    texts = [f"The following resource(s) failed to create: [{', '.join(created)}]."] if created else []
    texts += [f"The following resource(s) failed to update: [{', '.join(updated)}]."] if updated else []
    return " ".join(texts)


def _clean_up(stack: Stack, operation: Operation, wanted: set) -> None:
    """After an update: delete what the template no longer has, and what was replaced."""
    operation.cancel = threading.Event()
    removed = {n: r for n, r in stack.live().items() if n not in wanted}
    old = {f"{r.logical}#{i}": r for i, r in enumerate(stack.superseded)}
    everything = {**old, **removed}
    order = {key: {k for k, o in everything.items() if o.logical in r.needs and k != key} for key, r in everything.items()}

    def one(key):
        policy = "UpdateReplacePolicy" if key in old else "DeletionPolicy"
        resource = everything[key]
        just_made = resource.status in ("CREATE_FAILED", "UPDATE_FAILED")
        Turn(stack, operation, resource.logical).delete(resource, policy, just_created=just_made)
        return True  # a clean-up that fails does not undo the update

    graph.run(graph.reverse(order), one, operation.cancel, stop_at_failure=False)
    for name in removed:
        stack.resources.pop(name, None)


def roll_back_update(stack: Stack, operation: Operation, reason: str = "") -> None:
    """Back to the last stable state: properties restored, replacements swapped back, additions deleted."""
    stack.set_status("UPDATE_ROLLBACK_IN_PROGRESS", reason)
    operation.cancel = threading.Event()
    intent, wanted = stack.stable
    stack.intent = intent
    for name, before in wanted.items():
        current = stack.resources.get(name)
        if current is None or current.physical != before.physical:
            if current is not None and current.physical:
                stack.superseded.append(current)
            stack.superseded = [r for r in stack.superseded if r.physical != before.physical]
            stack.resources[name] = before
    order = {name: before.needs & set(wanted) for name, before in wanted.items()}
    left = graph.run(
        order, lambda n: Turn(stack, operation, n).restore(stack.resources[n], wanted[n]), operation.cancel, stop_at_failure=False
    )
    if left:
        failed = [n for n in left if stack.resources[n].status == "UPDATE_FAILED"]
        stack.set_status("UPDATE_ROLLBACK_FAILED", f"The following resource(s) failed to update: [{', '.join(sorted(failed))}].")
        return
    stack.set_status("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
    _clean_up(stack, operation, set(wanted))
    _finish(stack, "UPDATE_ROLLBACK_COMPLETE")


def delete(stack: Stack, operation: Operation, retain: set) -> None:
    stack.set_status("DELETE_IN_PROGRESS", USER)
    if _delete_all(stack, operation, retain):
        stack.deleted = now()
        stack.set_status("DELETE_COMPLETE")
    else:
        stack.set_status("DELETE_FAILED", _failure_text(stack, "DELETE", "delete"))


def _delete_all(stack: Stack, operation: Operation, retain: set, just_created: bool = False) -> bool:
    everything = {n: r for n, r in stack.live().items()}
    everything.update({f"{r.logical}#{i}": r for i, r in enumerate(stack.superseded) if r.status != "DELETE_COMPLETE"})
    order = {n: {k for k, o in everything.items() if o.logical in r.needs and k != n} for n, r in everything.items()}

    def one(name):
        resource = everything[name]
        if resource.logical in retain:
            stack.set_resource(resource, "DELETE_SKIPPED")
            resource.status = "DELETE_COMPLETE"
            return True
        return Turn(stack, operation, resource.logical).delete(resource, just_created=just_created)

    left = graph.run(graph.reverse(order), one, operation.cancel, stop_at_failure=False)
    return not left


def delete_after_cancel(stack: Stack, token) -> None:
    """DeleteStack on a stack that is still being created: stop that first."""
    running = stack.operation
    operation = Operation(token)
    running.then_delete = lambda: start(stack, operation, lambda s, o: delete(s, o, set()))
    running.cancel.set()


def reset() -> None:
    """Stop every operation and forget every stack."""
    for stack in list(REGISTRY.stacks):
        if stack.operation and not stack.operation.finished.is_set():
            stack.operation.cancel.set()
            stack.operation.disable_rollback = True
            stack.operation.finished.wait(5)
    REGISTRY.stacks.clear()


__all__ = ["CLOCK", "create", "delete", "references", "reset", "start", "update"]
