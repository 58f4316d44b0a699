"""How moto writes an answer, with less work: the same bytes, of which each test reads megabytes."""

from xml.sax.saxutils import escape, quoteattr

import xmltodict
from moto.core import serialize
from moto.core.serialize import AttributePickerContext, ResponseSerializer
from moto.core.utils import MISSING, get_value

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def install() -> None:
    ResponseSerializer.get_value = _member
    serialize.xmltodict = _Writer  # the name that moto's module knows


def _member(self, value, key, shape):
    """As moto's picker finds it, but under names that are worked out once."""
    found = _first(value, _names(self, value, key, shape))
    for path, transform in self._value_picker.response_transformers.items():
        if key.endswith(path.rpartition(".")[2]) and f"{'.'.join(self.path)}.{key}".endswith(path):
            return transform(found)
    return found


def _names(serializer, value, key, shape) -> list:
    """The names a member may have in a value: they follow from its shape, and from the class of the value."""
    known = vars(shape).setdefault("_names", {})
    names = known.get((type(value), key))
    if names is None:
        context = AttributePickerContext(value, key, shape, serializer.operation_model, serializer.service_model, "")
        names = known[(type(value), key)] = list(dict.fromkeys(serializer._value_picker.get_possible_keys(context)))
    return names


def _first(value, names):
    for name in names:
        found = value.get(name, MISSING) if type(value) is dict and "." not in name else get_value(value, name, MISSING)
        if found is not MISSING:
            return found
    return None


class _Writer:
    """xmltodict for what moto writes: names come from botocore's models, which have none that XML would not allow."""

    @staticmethod
    def unparse(body, full_document, pretty, short_empty_elements):
        if pretty:
            return xmltodict.unparse(body, full_document=full_document, pretty=True, short_empty_elements=short_empty_elements)
        written = "".join(_elements(name, value, short_empty_elements) for name, value in body.items())
        return DECLARATION + written if full_document else written


def _elements(name, value, short) -> str:
    """An element, or one for each item of a list."""
    if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__iter__"):
        return _element(name, value, short)
    return "".join([_element(name, item, short) for item in value])


def _element(name, value, short) -> str:
    attributes, content = _inside(value, short) if isinstance(value, dict) else ("", escape(_text(value)))
    return f"<{name}{attributes}/>" if short and not content else f"<{name}{attributes}>{content}</{name}>"


def _inside(value, short) -> tuple:
    attributes, content, text = "", [], ""
    for name, inner in value.items():
        if name == "#text":
            text = escape(_text(inner))
        elif name.startswith("@"):
            attributes += f" {name[1:]}={quoteattr(_text(inner))}"
        else:
            content.append(_elements(name, inner, short))
    return attributes, "".join(content) + text


def _text(value) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
