"""The differences between two sets of properties, as DescribeStackResourceDrifts lists them.

https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_PropertyDifference.html
"""

import json

# compared as a whole: what is added to a policy counts, too
DOCUMENTS = {
    "AssumeRolePolicyDocument", "KeyPolicy", "LifecyclePolicyText", "Policy", "PolicyDocument", "RepositoryPolicyText", "ResourcePolicy",
}


def between(expected: dict, actual: dict) -> list:
    found: list = []
    for name in sorted(expected):
        _compare(f"/{name}", name, expected[name], actual.get(name), found)
    return found


def _compare(path: str, name: str, expected, actual, found: list) -> None:
    if name in DOCUMENTS:
        expected, actual = _parsed(expected), _parsed(actual)
        if expected != actual:
            found.append(_difference(path, expected, actual))
    elif isinstance(expected, dict) and isinstance(actual, dict):
        for key in sorted(expected):
            _compare(f"{path}/{key}", key, expected[key], actual.get(key), found)
    elif isinstance(expected, list) and isinstance(actual, list):
        _lists(path, expected, actual, found)
    elif not _same(expected, actual):
        found.append(_difference(path, expected, actual))


def _lists(path: str, expected: list, actual: list, found: list) -> None:
    """Their order does not count; what has no partner is told by its place."""
    left = list(actual)
    alone = []
    for i, item in enumerate(expected):
        partner = next((j for j, other in enumerate(left) if not _differ(item, other)), None)
        if partner is None:
            alone.append((i, item))
        else:
            left.pop(partner)
    for i, item in alone:
        found.append(_difference(f"{path}/{i}", item, left.pop(0) if left else None))
    for j, item in enumerate(left, start=len(expected)):
        found.append(_difference(f"{path}/{j}", None, item))


def _differ(expected, actual) -> list:
    inner: list = []
    _compare("", "", expected, actual, inner)
    return inner


def _same(expected, actual) -> bool:
    return _plain(expected) == _plain(actual)


def _plain(value) -> str:
    """5, "5" and 5.0 are the same; so are nothing at all, an empty text and an empty list (but not {}, as in Block: {})."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)
    return text.lower() if text in ("True", "False") else text


def _parsed(value):
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _difference(path: str, expected, actual) -> dict:
    kind = "ADD" if expected is None else "REMOVE" if actual in (None, "", []) else "NOT_EQUAL"
    return {"PropertyPath": path, "ExpectedValue": _text(expected), "ActualValue": _text(actual), "DifferenceType": kind}


def _text(value) -> str:
    if value is None:
        return "null"
    return value if isinstance(value, str) else json.dumps(value, default=str)
