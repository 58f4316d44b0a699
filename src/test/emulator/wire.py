"""Where the extension is hooked into moto: its URL tables, every request, every network interface listing."""

from functools import cache
from importlib import import_module

from moto.core import responses
from moto.core.responses import ActionResult, BaseResponse
from moto.core.exceptions import ServiceException

from . import answers, aws, interfaces, leftovers
from .faults import FAULTS, REQUESTS

# moto package -> (our module, class): the class answers every path of the service
REPLACED = {
    "cloudformation": ("cloudformation", "Api"),
    "kafka": ("services.kafka", "Api"),
    "eks": ("services.eks", "Api"),
    "servicequotas": ("services.quotas", "Api"),
    "rds": ("services.rds", "Api"),
    "wafv2": ("services.wafv2", "Api"),
    "cloudfront": ("services.cloudfront", "Api"),
    "route53": ("services.route53", "Api"),
}


def install() -> None:
    """Call once, before the first request."""
    for package, (module, name) in REPLACED.items():
        api = getattr(import_module(f".{module}", __package__), name)
        paths = import_module(f"moto.{package}.urls").url_paths
        if package in ("kafka", "eks", "cloudfront", "route53"):
            paths.clear()
            paths["{0}/(?P<path>.+)$"] = api.dispatch
        else:
            paths.update({path: api.dispatch for path in [*paths, "{0}/$"] if path in ("{0}/", "{0}/$")})
    for module in ("acm", "ec2", "elbv2", "autoscaling", "iam", "globalaccelerator", "rds", "secretsmanager"):
        import_module(f".services.{module}", __package__).install()
    answers.install()
    interfaces.install()
    leftovers.install()
    _watch_requests()
    _watch_s3_requests()
    from . import observed, types

    types.load()
    observed.load()


def _watch_requests() -> None:
    # moto looks a class through for each request, which takes a fifth of the request's time.
    responses.method_names_from_class = cache(responses.method_names_from_class)
    original = BaseResponse.call_action

    def call_action(self):
        if aws.inside():
            return original(self)
        service, action = self.boto3_service_name, self._get_action()
        REQUESTS.count(service, action)
        fault = FAULTS.for_call(service, action)
        return _error(self, fault) if fault else original(self)

    BaseResponse.call_action = call_action


class Injected(ServiceException):
    """An error asked for through the control API."""


def _error(response, fault):
    """The fault in the service's own protocol."""
    error = Injected(fault.code, fault.message)
    _, headers, body = response.serialized(ActionResult(error))
    headers = {k: v for k, v in headers.items() if k != "status"}
    return fault.status, headers, body


def _watch_s3_requests() -> None:
    from moto.s3.exceptions import S3ClientError
    from moto.s3.responses import S3Response

    class InjectedS3(S3ClientError):
        """An error asked for through the control API."""

    original = S3Response._authenticate_and_authorize_s3_action

    def authorize(self, *args, **kwargs):
        if not aws.inside():
            action = self.data.get("Action") or self.method
            REQUESTS.count("s3", action)
            fault = FAULTS.for_call("s3", action)
            if fault:
                error = InjectedS3(fault.code, fault.message)
                error.fault_status = fault.status
                raise error
        return original(self, *args, **kwargs)

    S3Response._authenticate_and_authorize_s3_action = authorize
    serialized = S3Response.serialized

    def with_status(self, result):
        status, headers, body = serialized(self, result)
        return getattr(result._result, "fault_status", status), headers, body

    S3Response.serialized = with_status


def serialised(app):
    """moto's application, one request at a time: its back ends are not made for threads."""

    def call(environ, start_response):
        with aws.LOCK:
            return app(environ, start_response)

    return call
