"""The API of AWS Global Accelerator: accelerators, listeners, endpoint groups, tags; health as the load balancers' targets have it.

https://docs.aws.amazon.com/global-accelerator/latest/api/Welcome.html
"""

import uuid

from moto.core.responses import ActionResult, BaseResponse, EmptyResult

from .. import aws, interfaces
from . import accelerator_endpoints as endpoints
from .accelerators import HOME, Backend, introduce, of
from .errors import Refusal

PAGE = 100


def install() -> None:
    introduce(Api)


class Api(BaseResponse):
    def __init__(self):
        super().__init__(service_name="globalaccelerator")
        self.automated_parameter_parsing = True

    @property
    def accelerators(self) -> Backend:
        if self.region != HOME and self.partition == "aws":
            raise Refusal("EndpointNotFound", f"globalaccelerator.{self.region}.amazonaws.com does not exist; there is {HOME} only")
        return of(self.region, self.current_account)

    def _found(self, table: dict, member: str, kind: str) -> dict:
        arn = self._get_param(member)
        if arn not in table:
            raise Refusal(f"{kind}NotFoundException", f"{kind} {arn} not found")
        return table[arn]

    def _accelerator(self) -> dict:
        return self._found(self.accelerators.accelerators, "AcceleratorArn", "Accelerator")

    def _listener(self) -> dict:
        return self._found(self.accelerators.listeners, "ListenerArn", "Listener")

    def _group(self) -> dict:
        return self._found(self.accelerators.groups, "EndpointGroupArn", "EndpointGroup")

    def _page(self, key: str, items: list) -> ActionResult:
        start, size = int(self._get_param("NextToken") or 0), int(self._get_param("MaxResults") or PAGE)
        result = {key: items[start:start + size]}
        if len(items) > start + size:
            result["NextToken"] = str(start + size)
        return ActionResult(result)

    # -- accelerators --------------------------------------------------------------------------------------------------

    def create_accelerator(self) -> ActionResult:
        enabled = self._get_param("Enabled")
        made = self.accelerators.add(self._get_param("Name"), self._get_param("IpAddressType") or "IPV4", enabled is not False)
        self.accelerators.tags[made["AcceleratorArn"]] = {t["Key"]: t["Value"] for t in self._get_param("Tags") or []}
        return ActionResult({"Accelerator": self.accelerators.shown(made)})

    def describe_accelerator(self) -> ActionResult:
        return ActionResult({"Accelerator": self.accelerators.shown(self._accelerator())})

    def list_accelerators(self) -> ActionResult:
        return self._page("Accelerators", [self.accelerators.shown(a) for a in self.accelerators.accelerators.values()])

    def update_accelerator(self) -> ActionResult:
        accelerator = self._accelerator()
        for member in ("Name", "IpAddressType", "Enabled"):
            if self._get_param(member) is not None:
                accelerator[member] = self._get_param(member)
        self.accelerators.touch(accelerator["AcceleratorArn"])
        return ActionResult({"Accelerator": self.accelerators.shown(accelerator)})

    def delete_accelerator(self) -> EmptyResult:
        arn = self._accelerator()["AcceleratorArn"]
        if self.accelerators.accelerators[arn]["Enabled"]:
            raise Refusal("AcceleratorNotDisabledException", "The accelerator must be disabled before it can be deleted.")
        if self.accelerators.below(self.accelerators.listeners, arn):
            raise Refusal("AssociatedListenerFoundException", "The accelerator has a listener associated with it.")
        for table in (self.accelerators.accelerators, self.accelerators.attributes, self.accelerators.tags, self.accelerators.deployed_at):
            table.pop(arn, None)
        return EmptyResult()

    def describe_accelerator_attributes(self) -> ActionResult:
        return ActionResult({"AcceleratorAttributes": self.accelerators.attributes[self._accelerator()["AcceleratorArn"]]})

    def update_accelerator_attributes(self) -> ActionResult:
        attributes = self.accelerators.attributes[self._accelerator()["AcceleratorArn"]]
        for member in ("FlowLogsEnabled", "FlowLogsS3Bucket", "FlowLogsS3Prefix"):
            if self._get_param(member) is not None:
                attributes[member] = self._get_param(member)
        return ActionResult({"AcceleratorAttributes": attributes})

    # -- listeners -----------------------------------------------------------------------------------------------------

    def create_listener(self) -> ActionResult:
        owner = self._accelerator()["AcceleratorArn"]
        arn = f"{owner}/listener/{uuid.uuid4().hex[:8]}"
        made = {
            "ListenerArn": arn, "PortRanges": self._ports(owner, None), "Protocol": self._get_param("Protocol") or "TCP",
            "ClientAffinity": self._get_param("ClientAffinity") or "NONE",
        }
        self.accelerators.listeners[arn] = made
        self.accelerators.touch(arn)
        return ActionResult({"Listener": made})

    def _ports(self, owner: str, own: str | None) -> list:
        wanted = [dict(r) for r in self._get_param("PortRanges")]
        taken = [
            r for listener in self.accelerators.below(self.accelerators.listeners, owner) if listener["ListenerArn"] != own
            for r in listener["PortRanges"]
        ]
        if any(w["FromPort"] <= t["ToPort"] and t["FromPort"] <= w["ToPort"] for w in wanted for t in taken):
            raise Refusal("InvalidPortRangeException", "The port range overlaps with that of another listener of the accelerator.")
        return wanted

    def describe_listener(self) -> ActionResult:
        return ActionResult({"Listener": self._listener()})

    def list_listeners(self) -> ActionResult:
        return self._page("Listeners", self.accelerators.below(self.accelerators.listeners, self._accelerator()["AcceleratorArn"]))

    def update_listener(self) -> ActionResult:
        listener = self._listener()
        if self._get_param("PortRanges"):
            listener["PortRanges"] = self._ports(listener["ListenerArn"].split("/listener/")[0], listener["ListenerArn"])
        for member in ("Protocol", "ClientAffinity"):
            if self._get_param(member):
                listener[member] = self._get_param(member)
        self.accelerators.touch(listener["ListenerArn"])
        return ActionResult({"Listener": listener})

    def delete_listener(self) -> EmptyResult:
        arn = self._listener()["ListenerArn"]
        if self.accelerators.below(self.accelerators.groups, arn):
            raise Refusal("AssociatedEndpointGroupFoundException", "The listener has an endpoint group associated with it.")
        del self.accelerators.listeners[arn]
        self.accelerators.touch(arn)
        return EmptyResult()

    # -- endpoint groups -----------------------------------------------------------------------------------------------

    def create_endpoint_group(self) -> ActionResult:
        listener, region = self._listener(), self._get_param("EndpointGroupRegion")
        if any(g["EndpointGroupRegion"] == region for g in self.accelerators.below(self.accelerators.groups, listener["ListenerArn"])):
            raise Refusal("EndpointGroupAlreadyExistsException", f"The listener already has an endpoint group in {region}.")
        arn = f"{listener['ListenerArn']}/endpoint-group/{uuid.uuid4().hex[:12]}"
        made = {"EndpointGroupArn": arn, "EndpointGroupRegion": region} | endpoints.settings(self._get_param, listener, {})
        made["endpoints"] = self._checked(region, self._get_param("EndpointConfigurations") or [])
        self.accelerators.groups[arn] = made
        self._changed(made)
        return ActionResult({"EndpointGroup": self._shown(made)})

    def _changed(self, group: dict) -> None:
        self.accelerators.touch(group["EndpointGroupArn"])
        interfaces.reconcile(aws.backend("ec2", group["EndpointGroupRegion"], self.current_account))

    def _checked(self, region: str, configurations: list) -> list:
        return [endpoints.checked(region, self.current_account, c) for c in configurations]

    def _shown(self, group: dict) -> dict:
        owner = self.accelerators.accelerators[group["EndpointGroupArn"].split("/listener/")[0]]
        starting = self.accelerators.shown(owner)["Status"] == "IN_PROGRESS"
        shown = {k: v for k, v in group.items() if k != "endpoints"}
        region = group["EndpointGroupRegion"]
        return shown | {"EndpointDescriptions": [
            e | {"HealthState": endpoints.health(region, self.current_account, e["EndpointId"], starting)} for e in group["endpoints"]
        ]}

    def describe_endpoint_group(self) -> ActionResult:
        return ActionResult({"EndpointGroup": self._shown(self._group())})

    def list_endpoint_groups(self) -> ActionResult:
        found = self.accelerators.below(self.accelerators.groups, self._listener()["ListenerArn"])
        return self._page("EndpointGroups", [self._shown(g) for g in found])

    def update_endpoint_group(self) -> ActionResult:
        group = self._group()
        listener = self.accelerators.listeners[group["EndpointGroupArn"].split("/endpoint-group/")[0]]
        configurations = self._get_param("EndpointConfigurations")
        if configurations is not None:
            group["endpoints"] = self._checked(group["EndpointGroupRegion"], configurations)
        group.update(endpoints.settings(self._get_param, listener, group))
        self._changed(group)
        return ActionResult({"EndpointGroup": self._shown(group)})

    def delete_endpoint_group(self) -> EmptyResult:
        arn = self._group()["EndpointGroupArn"]
        del self.accelerators.groups[arn]
        self.accelerators.touch(arn)
        return EmptyResult()

    # -- tags ----------------------------------------------------------------------------------------------------------

    def _tags(self) -> dict:
        return self.accelerators.tags.setdefault(self._get_param("ResourceArn"), {})

    def list_tags_for_resource(self) -> ActionResult:
        return ActionResult({"Tags": [{"Key": k, "Value": v} for k, v in self._tags().items()]})

    def tag_resource(self) -> EmptyResult:
        self._tags().update({t["Key"]: t["Value"] for t in self._get_param("Tags")})
        return EmptyResult()

    def untag_resource(self) -> EmptyResult:
        for key in self._get_param("TagKeys"):
            self._tags().pop(key, None)
        return EmptyResult()
