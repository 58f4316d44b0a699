"""One resource's turn: create, update or delete it through its handler, with the events CloudFormation writes."""

import traceback
import uuid

from botocore.exceptions import ClientError, ParamValidationError
from moto.cloudformation.exceptions import ValidationError

from . import durations, observed, schema
from .clock import CLOCK, Cancelled
from .faults import FAULTS, InjectedFailure
from .intrinsics import Resolver
from .stacks import Operation, Stack, StackResource
from .template import dependencies
from .types import Context, Refused, handler_for

REPLACING = "Requested update requires the creation of a new physical resource; hence creating one."
NOT_REPLACED = "Replacement type updates not supported on stack with disable-rollback."
MISSING = "Resource of type '{}' with identifier '{}' was not found. (RequestToken: {}, HandlerErrorCode: NotFound)"
CUSTOM_NAMED = (
    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename {} and update the stack again."
)


def resolver(stack: Stack, intent=None, lookup=None) -> Resolver:
    intent = intent or stack.intent
    return Resolver(intent.template, intent.parameters, lookup or (lambda n, a: look_up(stack, n, a)), stack, stack.region, stack.account)


def look_up(stack: Stack, name: str, attribute: str | None):
    resource = stack.resources.get(name)
    if resource is None or not resource.physical:
        raise Refused(f"Unresolved resource {name}")
    if attribute is None:
        return resource.physical
    if attribute not in resource.attrs:
        raise Refused(f"The emulator does not know the attribute {attribute} of {resource.type}")
    return resource.attrs[attribute]


class Turn:
    """The work on one resource of one stack within one operation."""

    def __init__(self, stack: Stack, operation: Operation, logical: str):
        self.stack, self.operation, self.logical = stack, operation, logical
        self.spec = stack.template["Resources"].get(logical, {})

    def context(self, resource: StackResource) -> Context:
        return Context(self.stack, resource.logical, self.operation, lambda reason: self.say(resource, reason))

    def say(self, resource: StackResource, reason: str) -> None:
        """An event of its own for something CloudFormation wants a person to know, such as a DNS record to add."""
        self.stack.set_resource(resource, resource.status, reason)

    def properties(self, type_name: str) -> dict:
        raw = self.spec.get("Properties") or {}
        return schema.coerce(type_name, self.stack.region, resolver(self.stack).resolve(raw))

    def _checked(self, resource: StackResource, props: dict):
        """Refuse what the schema refuses and what the emulator would silently leave out."""
        problems = schema.problems(resource.type, self.stack.region, props)
        if problems:
            raise Refused(f"Properties validation failed for resource {resource.logical} with message:\n" + "\n".join(problems))
        handler = handler_for(resource.type, self.stack.region)
        left_out = sorted(set(props) - set(handler.handles) - set(handler.ignores))
        if left_out:
            raise Refused(f"The emulator has no effect for {resource.type} {', '.join(left_out)}: add it to its handler")
        return handler

    def create(self) -> bool:
        """A resource that is not there yet, or one whose creation failed before."""
        old = self.stack.resources.get(self.logical)
        if old is not None and old.physical and not old.settled() and not self.delete(old):
            return False
        resource = StackResource(self.logical, self.spec["Type"])
        self.stack.resources[self.logical] = resource
        return self._attempt(resource, "CREATE", lambda: self._create(resource))

    def _create(self, resource: StackResource, operations: tuple = ("CREATE",)):
        """Also makes the replacement of an updated resource, which faults of both operations hit."""
        in_progress = f"{operations[0]}_IN_PROGRESS"
        if in_progress == "CREATE_IN_PROGRESS":
            self.stack.set_resource(resource, in_progress)
        props = self.properties(resource.type)
        handler = self._checked(resource, props)
        self._note(resource, props)
        context = self.context(resource)
        self._meet_faults(resource, *operations)
        resource.physical = handler.create(context, props)
        self.stack.set_resource(resource, in_progress, "Resource creation Initiated")
        CLOCK.pause(durations.create(resource.type, props), self.operation.cancel)
        self._meet_faults(resource, *operations, late=True)
        handler.settle(context, resource.physical, props)
        resource.attrs = handler.attributes(context, resource.physical, props)

    def _meet_faults(self, resource: StackResource, *operations: str, late: bool = False) -> None:
        for operation in operations:
            FAULTS.raise_if(operation, resource.type, resource.logical, self.stack.name, late)

    def _refuse_missing(self, resource: StackResource) -> None:
        """What somebody deleted by hand cannot be changed; CloudFormation notices when it tries to."""
        if is_missing(self.context(resource), resource):
            raise Refused(MISSING.format(resource.type, resource.physical, uuid.uuid4()))

    def _note(self, resource: StackResource, props: dict) -> None:
        resource.props, resource.spec = props, self.spec
        resource.stack_tags = dict(self.stack.intent.tags)
        resource.needs = dependencies(self.stack.template, self.stack.template["Resources"])[self.logical]

    def update(self) -> bool:
        """A resource that is there: change it, replace it, or find nothing to do."""
        resource = self.stack.resources[self.logical]
        try:
            props = self.properties(resource.type)
            changed = changed_names(resource, props, self.stack)
        except Exception as e:
            return self._attempt(resource, "UPDATE", _raiser(e))
        if not changed:
            resource.spec = self.spec
            return True
        if self._must_replace(resource, props, changed):
            return self._replace(resource, props)
        return self._attempt(resource, "UPDATE", lambda: self._update(resource, props, changed))

    def _must_replace(self, resource, props, changed) -> bool:
        kinds = {schema.recreation(resource.type, self.stack.region, n, resource.props.get(n), props.get(n)) for n in changed}
        handler = handler_for(resource.type, self.stack.region)
        return "Always" in kinds or ("Conditionally" in kinds and handler.replaces(resource.props, props, changed))

    def _update(self, resource: StackResource, props: dict, changed: set) -> None:
        self.stack.set_resource(resource, "UPDATE_IN_PROGRESS")
        handler = self._checked(resource, props)
        context = self.context(resource)
        self._meet_faults(resource, "UPDATE")
        self._refuse_missing(resource)
        handler.update(context, resource.physical, resource.props, props, changed)
        self._note(resource, props)
        CLOCK.pause(durations.update(resource.type, changed), self.operation.cancel)
        self._meet_faults(resource, "UPDATE", late=True)
        handler.settle(context, resource.physical, props)
        resource.attrs = handler.attributes(context, resource.physical, props)

    def _replace(self, old: StackResource, props: dict) -> bool:
        new = StackResource(self.logical, old.type, physical=old.physical)

        def work():
            self.stack.set_resource(new, "UPDATE_IN_PROGRESS", REPLACING)
            if self.operation.disable_rollback and self.stack.stable is not None:
                raise Refused(NOT_REPLACED)
            if _custom_name(old, props, self.stack.region):
                raise Refused(CUSTOM_NAMED.format(_custom_name(old, props, self.stack.region)))
            self._create(new, ("UPDATE", "CREATE"))
            self.stack.resources[self.logical] = new
            self.stack.superseded.append(old)

        ok = self._attempt(new, "UPDATE", work)
        if not ok:
            self._drop_half_made(new, old)
        return ok

    def _drop_half_made(self, new: StackResource, old: StackResource) -> None:
        if new.physical and new.physical != old.physical:
            self.stack.superseded.append(new)
        old.status, old.reason = "UPDATE_FAILED", new.reason

    def restore(self, resource: StackResource, wanted: StackResource) -> bool:
        """Roll back: give a resource the properties it had."""
        changed = {n for n in set(resource.props) | set(wanted.props) if resource.props.get(n) != wanted.props.get(n)}
        if resource.stack_tags != wanted.stack_tags:
            changed |= {"Tags"}
        if not changed and resource.status != "UPDATE_FAILED":
            return True

        def work():
            self.stack.set_resource(resource, "UPDATE_IN_PROGRESS")
            handler, context = handler_for(resource.type, self.stack.region), self.context(resource)
            self._meet_faults(resource, "ROLLBACK")
            self._refuse_missing(resource)
            if changed:
                handler.update(context, resource.physical, resource.props, wanted.props, changed)
            resource.props, resource.spec, resource.stack_tags = wanted.props, wanted.spec, wanted.stack_tags
            CLOCK.pause(durations.update(resource.type, changed), self.operation.cancel)
            handler.settle(context, resource.physical, resource.props)
            resource.attrs = handler.attributes(context, resource.physical, resource.props)

        return self._attempt(resource, "UPDATE", work)

    def delete(self, resource: StackResource, policy: str = "DeletionPolicy", just_created: bool = False) -> bool:
        keep = resource.policy(policy)
        if keep == "Retain" and resource.settled() or (keep == "RetainExceptOnCreate" and resource.settled() and not just_created):
            self.stack.set_resource(resource, "DELETE_SKIPPED")
            resource.status = "DELETE_COMPLETE"
            return True
        if not resource.physical:
            self.stack.set_resource(resource, "DELETE_COMPLETE")
            return True
        return self._attempt(resource, "DELETE", lambda: self._delete(resource, keep == "Snapshot" and resource.settled()))

    def _delete(self, resource: StackResource, snapshot: bool) -> None:
        self.stack.set_resource(resource, "DELETE_IN_PROGRESS")
        handler = handler_for(resource.type, self.stack.region)
        self._meet_faults(resource, "DELETE")
        context = self.context(resource)
        try:
            handler.leaving(context, resource.physical, resource.props)
            CLOCK.pause(durations.delete(resource.type), self.operation.cancel)
            handler.delete(context, resource.physical, resource.props, snapshot)
        except (ClientError, LookupError) as e:
            if not (isinstance(e, ClientError) and is_gone(e)) and not is_missing(context, resource):
                raise

    def _attempt(self, resource: StackResource, verb: str, work) -> bool:
        """Run the work; whatever goes wrong becomes the resource's status and reason."""
        try:
            work()
            self.stack.set_resource(resource, f"{verb}_COMPLETE")
            return True
        except Cancelled:
            noun = {"CREATE": "creation", "UPDATE": "update", "DELETE": "deletion"}[verb]
            reason = f"Resource {noun} cancelled"
        except ClientError as e:
            reason = _handler_message(e)
        except (Refused, InjectedFailure) as e:
            reason = str(e)
        except ValidationError as e:
            reason = e.message
        except ParamValidationError as e:
            reason = f"Properties validation failed for resource {resource.logical} with message:\n{e}"
        except Exception as e:
            traceback.print_exc()
            reason = f"Internal failure of the emulator: {type(e).__name__}: {e}"
        self.stack.set_resource(resource, f"{verb}_FAILED", reason)
        return False


def changed_names(resource: StackResource, props: dict, stack: Stack) -> set:
    names = {n for n in set(resource.props) | set(props) if resource.props.get(n) != props.get(n)}
    if resource.stack_tags != stack.intent.tags and schema.taggable(resource.type, stack.region):
        names.add("Tags")
    return names


def _custom_name(old: StackResource, props: dict, region: str) -> str | None:
    """The name a template gave itself, when it would be the same for the replacement."""
    for path in schema.schema(old.type, region).get("primaryIdentifier", []):
        name = path.rsplit("/", 1)[-1]
        custom = name.endswith("Name") or name.endswith("Identifier")
        if custom and props.get(name) is not None and props.get(name) == old.props.get(name):
            return props[name]
    return None


def _raiser(error):
    def fail():
        raise error

    return fail


def is_missing(context: Context, resource: StackResource) -> bool:
    """Whether the thing does not exist any more, as far as its own API tells."""
    look = observed.observer(resource.type)
    try:
        if look is not None:
            look(context, resource.physical, resource.props)
    except ClientError as e:
        return is_gone(e)
    except LookupError:
        return True
    return False


def is_gone(error: ClientError) -> bool:
    code = error.response["Error"]["Code"]
    return code == "404" or any(part in code for part in ("NotFound", "NoSuch", "DoesNotExist", "NotExist", "Nonexistent"))


def _handler_message(error: ClientError) -> str:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 400)
    details = error.response["Error"]
    kind = "AlreadyExists" if "Exist" in details["Code"] and status != 404 else "NotFound" if is_gone(error) else "GeneralServiceException"
    if "AccessDenied" in details["Code"]:
        kind = "AccessDenied"
    return (
        f"Resource handler returned message: \"{details.get('Message') or details['Code']} "
        f"(Service: Emulated, Status Code: {status}, Request ID: {uuid.uuid4()})\" "
        f"(RequestToken: {uuid.uuid4()}, HandlerErrorCode: {kind})"
    )
