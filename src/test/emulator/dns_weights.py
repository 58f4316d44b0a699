"""Which of the records of one name and type answer: by weight, in turn, the healthy ones only.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
"""

from collections import Counter

from . import health

_turns: Counter = Counter()


def chosen(group: list) -> list:
    """Of weighted records one, each as often in a row of answers as its weight says; others all."""
    if group[0].set_identifier is None:
        return group
    able = [r for r in group if _healthy(r)] or group  # with none healthy, all are considered healthy
    if group[0].weight is None:
        return able
    weights = [int(r.weight) for r in able]
    if not any(weights):
        weights = [1] * len(able)
    key = (group[0].name, group[0].type)
    _turns[key] += 1
    return [_at(able, weights, (_turns[key] - 1) % sum(weights))]


def _at(records: list, weights: list, turn: int):
    for record, weight in zip(records, weights):
        if turn < weight:
            return record
        turn -= weight
    return records[-1]


def _healthy(rrset) -> bool:
    if rrset.health_check_id:
        check = _check(rrset.health_check_id)
        if check is not None and not health.healthy(check):
            return False
    target = rrset.alias_target or {}
    evaluated = str(target.get("EvaluateTargetHealth")).lower() == "true"
    return not evaluated or health.leads_to_health(target["DNSName"].rstrip(".").lower())


def _check(ident: str):
    from moto.route53.models import route53_backends

    backends = [backend for account in list(route53_backends.values()) for backend in list(account.values())]
    return next((b.health_checks[ident] for b in backends if ident in b.health_checks), None)


def reset() -> None:
    _turns.clear()
