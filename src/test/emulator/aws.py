"""boto3 clients that reach moto inside this process, without a socket.

Handlers speak to the back ends through the public API, as CloudFormation itself does: botocore checks the shapes and
moto applies its own rules. Requests made here are not counted and meet no injected API fault.
"""

import threading
from functools import lru_cache

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from moto.core.botocore_stubber import BotocoreStubber

# moto's back ends are plain dictionaries; one request at a time keeps them whole under a threaded server.
LOCK = threading.RLock()
INSIDE = threading.local()

_stubber = BotocoreStubber()
_stubber.enabled = True


def inside() -> bool:
    """True while the current thread serves a request that the emulator itself made."""
    return getattr(INSIDE, "depth", 0) > 0


def _send_for(account: str):
    def send(request, **_):
        request.headers["x-moto-account-id"] = account
        INSIDE.depth = getattr(INSIDE, "depth", 0) + 1
        try:
            with LOCK:
                return _stubber("before-send", request)
        finally:
            INSIDE.depth -= 1

    return send


_client_lock = threading.Lock()

# One for all clients: a session reads each service's model once.
_session = boto3.session.Session(aws_access_key_id="AKIAEMULATORINSIDE00", aws_secret_access_key="inside")


@lru_cache(maxsize=None)
def _client(service: str, region: str, account: str):
    config = Config(
        retries={"max_attempts": 1},
        ignore_configured_endpoint_urls=True,
        parameter_validation=True,
        signature_version=UNSIGNED,  # nobody checks it in here, and to sign takes a fifth of a call
    )
    client = _session.client(service, region_name=region, config=config)
    client.meta.events.register_first("before-send.*", _send_for(account))
    return client


def client(service: str, region: str, account: str):
    """A client for one service, region and account; thread-safe and cached."""
    with _client_lock:
        return _client(service, region, account)


def backend(service: str, region: str, account: str):
    """moto's back end itself, for what no API call can say (states, interfaces)."""
    from moto.backends import get_backend

    regions = get_backend(service)[account]
    return regions[region] if region in regions else regions[partition(region)]


def partition(region: str) -> str:
    from moto.utilities.utils import get_partition

    return get_partition(region)


def url_suffix(region: str) -> str:
    return "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
