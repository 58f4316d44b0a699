"""What AWS Global Accelerator remembers. moto lacks the service: this is a back end of moto's kind, made known to moto."""

import sys
import time
import uuid
from types import ModuleType, SimpleNamespace

from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.utilities.utils import PARTITION_NAMES

from .. import aws, durations
from ..clock import CLOCK, now

SERVICE = "globalaccelerator"
HOME = "us-west-2"  # "you must specify the US West (Oregon) Region": https://docs.aws.amazon.com/global-accelerator/latest/api/Welcome.html
BASE = r"https?://globalaccelerator\.(.+)\.amazonaws\.com"


class Backend(BaseBackend):
    """Accelerators, listeners and endpoint groups by ARN, each a dictionary with the API's member names."""

    _url_module = SimpleNamespace(url_bases=[BASE], url_paths={})

    def __init__(self, region_name: str, account_id: str):
        super().__init__(region_name, account_id)
        self.accelerators: dict[str, dict] = {}
        self.listeners: dict[str, dict] = {}
        self.groups: dict[str, dict] = {}
        self.attributes: dict[str, dict] = {}
        self.tags: dict[str, dict] = {}
        self.deployed_at: dict[str, float] = {}

    def add(self, name: str, kind: str, enabled: bool) -> dict:
        ident = str(uuid.uuid4())
        arn = f"arn:{self.partition}:globalaccelerator::{self.account_id}:accelerator/{ident}"
        made = {
            "AcceleratorArn": arn, "Name": name, "IpAddressType": kind, "Enabled": enabled, "CreatedTime": now(),
            "DnsName": f"a{ident.replace('-', '')[:16]}.awsglobalaccelerator.com",
            "IpSets": [{"IpFamily": "IPv4", "IpAddressFamily": "IPv4", "IpAddresses": addresses(ident)}], "LastModifiedTime": now(),
        }
        self.accelerators[arn] = made
        self.attributes[arn] = {"FlowLogsEnabled": False}
        self.touch(arn)
        return made

    def touch(self, arn: str) -> None:
        """A change of the accelerator or of anything below it has to reach the edge locations."""
        accelerator = self.accelerators.get(arn.split("/listener/")[0])
        if accelerator is not None:
            accelerator["LastModifiedTime"] = now()
            self.deployed_at[accelerator["AcceleratorArn"]] = time.monotonic() + durations.ACCELERATOR / CLOCK.speed

    def settle(self, arn: str) -> None:
        self.deployed_at[arn.split("/listener/")[0]] = 0.0

    def shown(self, accelerator: dict) -> dict:
        waiting = time.monotonic() < self.deployed_at[accelerator["AcceleratorArn"]]
        return accelerator | {"Status": "IN_PROGRESS" if waiting else "DEPLOYED"}

    def below(self, table: dict, arn: str) -> list:
        """Those of the listeners or endpoint groups that belong to the ARN, oldest first."""
        return [thing for key, thing in table.items() if key.startswith(arn + "/")]


def addresses(ident: str) -> list:
    """One stable address of each of two test networks, as an accelerator has one of each of two network zones."""
    number = int(ident[:8], 16)
    return [f"198.51.100.{1 + number % 254}", f"203.0.113.{1 + number // 254 % 254}"]


def introduce(api) -> None:
    """Let moto route requests of the service to `api`, from outside and from inside."""
    import re

    Backend._url_module.url_paths = {"{0}/$": api.dispatch}
    module = ModuleType(f"moto.{SERVICE}")
    setattr(module, f"{SERVICE}_backends", BackendDict(Backend, SERVICE, use_boto3_regions=False, additional_regions=PARTITION_NAMES))
    sys.modules[module.__name__] = module
    backend_index.backend_url_patterns.append((SERVICE, re.compile(BASE)))


def of(region: str, account: str) -> Backend:
    """The accelerators of an account, wherever it asks from."""
    return aws.backend(SERVICE, region, account)
