"""One handler class per CloudFormation resource type, each on the native API of moto's back ends."""

import secrets
import string

from .. import aws, schema

_HANDLERS: dict = {}


class Refused(Exception):
    """A resource cannot be made as asked; the text becomes its ResourceStatusReason."""


class Context:
    """What a handler may know and do: clients of its stack's region and account, names, tags, a word in the events."""

    def __init__(self, stack, logical: str, operation, say):
        self.stack, self.logical, self.operation, self.say = stack, logical, operation, say
        self.region, self.account = stack.region, stack.account

    def client(self, service: str):
        return aws.client(service, self.region, self.account)

    def backend(self, service: str):
        return aws.backend(service, self.region, self.account)

    @property
    def partition(self) -> str:
        return aws.partition(self.region)

    def name(self, limit: int = 64, lower: bool = False) -> str:
        """stack-logical-RANDOM, cut to what the service allows, as CloudFormation names things without a name."""
        tail = "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(12))
        head = f"{self.stack.name}-{self.logical}"[: limit - 13].strip("-")
        name = f"{head}-{tail}"
        return name.lower() if lower else name

    def tags(self, given=None) -> dict:
        """The stack's tags and the resource's own, key -> value; the resource's win."""
        own = given if isinstance(given, dict) else {t["Key"]: t["Value"] for t in given or []}
        return {**self.stack.intent.tags, **own}

    def tag_list(self, given=None) -> list:
        return [{"Key": k, "Value": v} for k, v in self.tags(given).items()]


class Handler:
    """The life of one resource type.

    `handles`: top-level properties that have an effect here. `ignores`: property -> why it may be accepted without
    one. Any other property is an error. `unseen`: handled ones that no API call shows, so that drift detection leaves them
    alone. `type` is set by subclasses and registers them.
    """

    type: str = ""
    handles: tuple = ()
    ignores: dict = {}
    unseen: tuple = ()

    def __init_subclass__(cls):
        if cls.type:
            _HANDLERS[cls.type] = cls()

    def create(self, context: Context, props: dict) -> str:
        """Make the thing; returns its physical id, which is also what Ref gives."""
        raise NotImplementedError(self.type)

    def settle(self, context: Context, physical: str, props: dict) -> None:
        """Called when its time has passed: make it available, or wait for what it still needs."""

    def attributes(self, context: Context, physical: str, props: dict) -> dict:
        """What GetAtt gives."""
        return {}

    def update(self, context: Context, physical: str, old: dict, new: dict, changed: set) -> None:
        raise Refused(f"The emulator cannot change {', '.join(sorted(changed))} of {self.type} in place")

    def replaces(self, old: dict, new: dict, changed: set) -> bool:
        """Whether a change of conditionally create-only properties needs a new resource."""
        return False

    def leaving(self, context: Context, physical: str, props: dict) -> None:
        """Called when deletion starts; may refuse."""

    def delete(self, context: Context, physical: str, props: dict, snapshot: bool) -> None:
        raise NotImplementedError(self.type)


def handler_for(type_name: str, region: str) -> Handler | None:
    """The handler, or None when the region or the emulator does not know the type."""
    return _HANDLERS.get(type_name) if schema.schema(type_name, region) else None


def load() -> None:
    """Import every module of this package, which registers its handlers."""
    import importlib
    import pkgutil

    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")


def retag(call_tag, call_untag, old: dict, new: dict) -> None:
    """Bring tags from old to new with a service's tag and untag calls (each takes what has to change)."""
    gone = [k for k in old if k not in new]
    if gone:
        call_untag(gone)
    fresh = {k: v for k, v in new.items() if old.get(k) != v}
    if fresh:
        call_tag(fresh)


def types() -> list:
    return sorted(_HANDLERS)
