"""What botocore and moto work out anew for each session or request, although it never changes."""

import json
import os
from functools import cache

from botocore import loaders


def install() -> None:
    """Call once, before moto is imported: moto reads files of botocore while it is."""
    # A session of botocore remembers what it read. But moto makes sessions to learn the regions, and others to check the
    # name of a role, and reads each service's model besides its client. Nobody changes what was read.
    loaders.JSONFileLoader.load_file = lambda _, path: _read(path)


@cache
def _read(path: str):
    """As botocore reads it, but with plain dictionaries, which keep their order too and take half the time."""
    for suffix, opened in loaders._JSON_OPEN_METHODS.items():
        if os.path.isfile(path + suffix):
            with opened(path + suffix, "rb") as file:
                return json.loads(file.read())
    return None
