"""How things stand now, in CloudFormation's words: what drift detection compares with the template.

One function per resource type, in a module per service; `@of(type, ...)` registers it. It answers the present values of all
properties that have an effect, tags as a plain dictionary under "Tags", and raises Gone, or lets the API's own "not found"
through, when the thing does not exist any more.
"""

import importlib
import json
import pkgutil

_OBSERVERS: dict = {}


class Gone(LookupError):
    """The thing does not exist any more."""


def of(*types):
    def register(function):
        for name in types:
            _OBSERVERS[name] = function
        return function

    return register


def load() -> None:
    """Import every module of this package, which registers its observers; before threads ask for them."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")


def observer(type_name: str):
    """function(context, physical, props) -> properties; None when nobody looks at the type."""
    return _OBSERVERS.get(type_name)


def only(items: list, what: str):
    """The first of a list that should hold exactly one."""
    if not items:
        raise Gone(what)
    return items[0]


def pick(source: dict, *names) -> dict:
    return {n: source[n] for n in names if n in source}


def tags(items: list, key: str = "Key", value: str = "Value") -> dict:
    return {t[key]: t.get(value, "") for t in items or []}


def document(text):
    """A policy as a dictionary, however the API gives it."""
    return json.loads(text) if isinstance(text, str) and text.strip().startswith(("{", "[")) else text


def pascal(value):
    """EKS's camelCase as CloudFormation's PascalCase, all the way down (but not keys of labels and tags)."""
    if isinstance(value, dict):
        return {k[0].upper() + k[1:]: v if k in ("labels", "tags") else pascal(v) for k, v in value.items()}
    return [pascal(v) for v in value] if isinstance(value, list) else value
