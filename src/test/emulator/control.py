"""The control API under /_ess/: faults, counts, DNS, speed, reset, and an inventory. JSON in, JSON out."""

import json
from urllib.parse import parse_qs

from botocore.exceptions import ClientError
from moto.core import DEFAULT_ACCOUNT_ID

from . import aws, crowd, dns, dns_weights, engine, health, inventory, leftovers
from .clock import CLOCK
from .faults import FAULTS, REQUESTS, ApiFault, Fault
from .services import acm, quotas

PREFIX = "/_ess/"


class Bad(Exception):
    """A request the control API does not understand."""


def _faults(method, body, query):
    if method == "POST":
        FAULTS.add(Fault(**body))
    elif method == "DELETE":
        FAULTS.clear()
    return {"resources": [vars(f) for f in FAULTS.resources], "api": [vars(f) for f in FAULTS.api]}


def _api_faults(method, body, query):
    if method == "POST":
        FAULTS.add(ApiFault(**body))
    elif method == "DELETE":
        FAULTS.api.clear()
    return {"api": [vars(f) for f in FAULTS.api]}


def _denied_actions(method, body, query):
    if method == "POST":
        FAULTS.deny(body["actions"])
    elif method == "DELETE":
        FAULTS.deny([])
    return {"actions": FAULTS.denied}


def _requests(method, body, query):
    counts = REQUESTS.counts()
    return {"total": sum(counts.values()), "counts": counts}


def _requests_reset(method, body, query):
    REQUESTS.reset()
    return {}


def _dns(method, body, query):
    if method == "POST":
        dns.set_external(body["name"], body["type"], body["values"], int(body.get("ttl", 60)))
    elif method == "DELETE":
        if body:
            dns.remove_external(body["name"], body.get("type"))
        else:
            dns.EXTERNAL.clear()
    return {"records": [vars(r) for r in dns.EXTERNAL.values()]}


def _unhealthy(method, body, query):
    if method == "POST":
        health.FAILING.update(n.rstrip(".").lower() for n in body["targets"])
    elif method == "DELETE":
        health.FAILING.clear()
    return {"targets": sorted(health.FAILING)}


def _quotas(method, body, query):
    if method == "POST":
        quotas.SET[(body["service"], body["code"])] = float(body["value"])
    elif method == "DELETE":
        quotas.SET.clear()
    return {"quotas": [{"service": s, "code": c, "value": v} for (s, c), v in sorted(quotas.SET.items())]}


def _leftovers(method, body, query):
    cluster, region, account = body["cluster"], body["region"], body.get("account", DEFAULT_ACCOUNT_ID)
    if body.get("logGroup"):
        leftovers.let_log_group_return(cluster)
    groups = leftovers.make_groups(region, account, cluster) if body.get("securityGroups") else []
    return {"logGroups": sorted(leftovers.RETURNING), "securityGroups": groups}


def _validation_records(method, body, query):
    acm.STAYING[:] = [True] if body.get("stay") else []
    return {"stay": bool(acm.STAYING)}


def _crowd(method, body, query):
    return crowd.make(body["region"], body.get("account", DEFAULT_ACCOUNT_ID), body["vpc"], int(body["subnets"]), int(body["interfaces"]))


def _reset(method, body, query):
    from moto.core.base_backend import BackendDict

    engine.reset()
    with aws.LOCK:
        BackendDict.reset()
    FAULTS.clear()
    REQUESTS.reset()
    dns.EXTERNAL.clear()
    dns_weights.reset()
    health.FAILING.clear()
    leftovers.RETURNING.clear()
    quotas.SET.clear()
    acm.STAYING.clear()
    return {}


def _speed(method, body, query):
    if method == "POST":
        CLOCK.speed = float(body["speed"])
    return {"speed": CLOCK.speed}


def _state(method, body, query):
    region = query.get("region", [None])[0]
    return inventory.take(region, query.get("account", [None])[0])


ROUTES = {
    "faults": _faults, "api-faults": _api_faults, "denied-actions": _denied_actions, "quotas": _quotas,
    "requests": _requests, "requests/reset": _requests_reset, "dns": _dns, "unhealthy": _unhealthy,
    "validation-records": _validation_records, "cluster-leftovers": _leftovers, "crowd": _crowd, "reset": _reset, "speed": _speed, "state": _state,
}


def application(environ, start_response):
    """WSGI: answers what begins with /_ess/."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        raw = environ["wsgi.input"].read(length) if length else b""
        route = ROUTES.get(environ["PATH_INFO"][len(PREFIX):].strip("/"))
        if route is None:
            raise Bad(f"no such path; there are {', '.join(PREFIX + r for r in ROUTES)}")
        result, status = route(environ["REQUEST_METHOD"], json.loads(raw) if raw else {}, parse_qs(environ.get("QUERY_STRING", ""))), "200 OK"
    except (Bad, ClientError, KeyError, TypeError, ValueError) as e:
        result, status = {"error": f"{type(e).__name__}: {e}"}, "400 Bad Request"
    payload = json.dumps(result, sort_keys=True, default=str).encode()
    start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(payload)))])
    return [payload]
