"""An error answer of a service, by its code."""

from moto.core.exceptions import ServiceException


class Refusal(ServiceException):
    """Refusal(code, message). A class of its own, since moto takes the module of an exception for its service."""
