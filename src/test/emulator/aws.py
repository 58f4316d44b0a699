"""boto3 clients that reach moto inside this process, without a socket.

Handlers speak to the back ends through the public API, as CloudFormation itself does: botocore checks the shapes and
moto applies its own rules. Requests made here are not counted and meet no injected API fault.
"""

import re
import threading
from functools import lru_cache

import boto3
from botocore import UNSIGNED
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from moto.core.botocore_stubber import BotocoreStubber, MockRawResponse
from moto.core.exceptions import HTTPException
from moto.core.utils import get_equivalent_url_in_aws_domain

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
                return _answer(request)
        finally:
            INSIDE.depth -= 1

    return send


def _answer(request):
    """moto's answer, as its stubber for botocore gives it."""
    url, _ = get_equivalent_url_in_aws_domain(request.url)
    serve = _handler(f"{url.scheme}://{url.netloc}{url.path}")
    if serve is None:
        return _stubber("before-send", request)
    for name, value in request.headers.items():
        if isinstance(value, bytes):
            request.headers[name] = value.decode()
    try:
        status, headers, body = serve(request, request.url, request.headers)
    except HTTPException as e:
        status, headers, body = e.code, e.get_headers(), e.get_body()
    return AWSResponse(request.url, status, headers, MockRawResponse(body))


@lru_cache(maxsize=10_000)
def _handler(url: str):
    """What serves a URL; moto's stubber matches it with the patterns of all services, whenever it comes."""
    from moto.backend_index import backend_url_patterns
    from moto.backends import get_backend
    from moto.core import DEFAULT_ACCOUNT_ID

    for service in (s for s, pattern in backend_url_patterns if pattern.match(url)):
        regions = get_backend(service)[DEFAULT_ACCOUNT_ID]
        paths = regions["us-east-1" if "us-east-1" in regions else "aws"].urls
        for handler in (h for pattern, h in paths.items() if re.match(pattern, url)):
            return handler
    return None


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
    agent = client._user_agent_creator.to_string()
    client._user_agent_creator.to_string = lambda: agent  # made anew twice for each call otherwise
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
