"""EC2: the VPC, its subnets, gateways and routes."""

from . import Handler, Refused, retag


class Ec2(Handler):
    """A type whose things are tagged through ec2 CreateTags; `kind` is its name in TagSpecifications."""

    kind = ""

    def specification(self, context, props) -> list:
        tags = context.tag_list(props.get("Tags"))
        return [{"ResourceType": self.kind, "Tags": tags}] if tags else []

    def retag(self, context, physical, old, new) -> None:
        ec2 = context.client("ec2")
        present = {t["Key"]: t["Value"] for t in ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [physical]}])["Tags"]}
        retag(
            lambda t: ec2.create_tags(Resources=[physical], Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
            lambda keys: ec2.delete_tags(Resources=[physical], Tags=[{"Key": k} for k in keys]),
            present, context.tags(new.get("Tags")),
        )

    def update(self, context, physical, old, new, changed):
        if "Tags" in changed:
            self.retag(context, physical, old, new)
        rest = changed - {"Tags"}
        if rest:
            self.change(context, physical, old, new, rest)

    def change(self, context, physical, old, new, changed):
        raise Refused(f"The emulator cannot change {', '.join(sorted(changed))} of {self.type} in place")


class Vpc(Ec2):
    type, kind = "AWS::EC2::VPC", "vpc"
    handles = ("CidrBlock", "EnableDnsHostnames", "EnableDnsSupport", "InstanceTenancy", "Tags")

    def create(self, context, props):
        ec2 = context.client("ec2")
        tenancy = props.get("InstanceTenancy", "default")
        vpc = ec2.create_vpc(CidrBlock=props["CidrBlock"], InstanceTenancy=tenancy, TagSpecifications=self.specification(context, props))
        physical = vpc["Vpc"]["VpcId"]
        self._dns(context, physical, props)
        return physical

    def _dns(self, context, physical, props):
        ec2 = context.client("ec2")
        for name, default in (("EnableDnsSupport", True), ("EnableDnsHostnames", False)):
            ec2.modify_vpc_attribute(VpcId=physical, **{name: {"Value": props.get(name, default)}})

    def change(self, context, physical, old, new, changed):
        self._dns(context, physical, new)

    def replaces(self, old, new, changed):
        return "InstanceTenancy" in changed and new.get("InstanceTenancy", "default") != "default"

    def attributes(self, context, physical, props):
        ec2 = context.client("ec2")
        mine = [{"Name": "vpc-id", "Values": [physical]}]
        groups = ec2.describe_security_groups(Filters=mine + [{"Name": "group-name", "Values": ["default"]}])["SecurityGroups"]
        acls = ec2.describe_network_acls(Filters=mine)["NetworkAcls"]
        return {
            "VpcId": physical, "CidrBlock": props["CidrBlock"], "DefaultSecurityGroup": groups[0]["GroupId"],
            "DefaultNetworkAcl": acls[0]["NetworkAclId"] if acls else "", "CidrBlockAssociations": [], "Ipv6CidrBlocks": [],
        }

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_vpc(VpcId=physical)


class Subnet(Ec2):
    type, kind = "AWS::EC2::Subnet", "subnet"
    handles = ("VpcId", "CidrBlock", "AvailabilityZone", "MapPublicIpOnLaunch", "Tags")

    def create(self, context, props):
        ec2 = context.client("ec2")
        asked = {k: props[k] for k in ("VpcId", "CidrBlock", "AvailabilityZone") if k in props}
        physical = ec2.create_subnet(**asked, TagSpecifications=self.specification(context, props))["Subnet"]["SubnetId"]
        self.change(context, physical, {}, props, set())
        return physical

    def change(self, context, physical, old, new, changed):
        value = {"Value": new.get("MapPublicIpOnLaunch", False)}
        context.client("ec2").modify_subnet_attribute(SubnetId=physical, MapPublicIpOnLaunch=value)

    def attributes(self, context, physical, props):
        subnet = context.client("ec2").describe_subnets(SubnetIds=[physical])["Subnets"][0]
        return {k: subnet[k] for k in ("SubnetId", "AvailabilityZone", "AvailabilityZoneId", "VpcId", "CidrBlock") if k in subnet}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_subnet(SubnetId=physical)


class InternetGateway(Ec2):
    type, kind = "AWS::EC2::InternetGateway", "internet-gateway"
    handles = ("Tags",)

    def create(self, context, props):
        made = context.client("ec2").create_internet_gateway(TagSpecifications=self.specification(context, props))
        return made["InternetGateway"]["InternetGatewayId"]

    def attributes(self, context, physical, props):
        return {"InternetGatewayId": physical}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_internet_gateway(InternetGatewayId=physical)


class GatewayAttachment(Handler):
    type = "AWS::EC2::VPCGatewayAttachment"
    handles = ("VpcId", "InternetGatewayId")

    def create(self, context, props):
        context.client("ec2").attach_internet_gateway(InternetGatewayId=props["InternetGatewayId"], VpcId=props["VpcId"])
        return f"IGW|{props['VpcId']}"

    def attributes(self, context, physical, props):
        return {"AttachmentType": "IGW"}

    def update(self, context, physical, old, new, changed):
        ec2 = context.client("ec2")
        ec2.detach_internet_gateway(InternetGatewayId=old["InternetGatewayId"], VpcId=old["VpcId"])
        ec2.attach_internet_gateway(InternetGatewayId=new["InternetGatewayId"], VpcId=new["VpcId"])

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").detach_internet_gateway(InternetGatewayId=props["InternetGatewayId"], VpcId=props["VpcId"])


class RouteTable(Ec2):
    type, kind = "AWS::EC2::RouteTable", "route-table"
    handles = ("VpcId", "Tags")

    def create(self, context, props):
        made = context.client("ec2").create_route_table(VpcId=props["VpcId"], TagSpecifications=self.specification(context, props))
        return made["RouteTable"]["RouteTableId"]

    def attributes(self, context, physical, props):
        return {"RouteTableId": physical}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_route_table(RouteTableId=physical)


class Route(Handler):
    type = "AWS::EC2::Route"
    targets = ("GatewayId", "NatGatewayId", "NetworkInterfaceId", "VpcPeeringConnectionId", "TransitGatewayId")
    handles = ("RouteTableId", "DestinationCidrBlock", *targets)

    def _asked(self, props):
        return {k: v for k, v in props.items() if k in self.handles}

    def create(self, context, props):
        gateway = props.get("GatewayId", "")
        if gateway.startswith("igw-"):
            self._refuse_detached(context, props, gateway)
        context.client("ec2").create_route(**self._asked(props))
        return f"{props['RouteTableId']}|{props['DestinationCidrBlock']}"

    def _refuse_detached(self, context, props, gateway):
        """"route table rtb-... and network gateway igw-... belong to different networks": why a route needs DependsOn."""
        ec2 = context.client("ec2")
        vpc = ec2.describe_route_tables(RouteTableIds=[props["RouteTableId"]])["RouteTables"][0]["VpcId"]
        attached = ec2.describe_internet_gateways(InternetGatewayIds=[gateway])["InternetGateways"][0]["Attachments"]
        if not any(a["VpcId"] == vpc for a in attached):
            raise Refused(
                f"route table {props['RouteTableId']} and network gateway {gateway} belong to different networks "
                "(Service: Ec2, Status Code: 400, InvalidParameterValue)"
            )

    def attributes(self, context, physical, props):
        return {"CidrBlock": props["DestinationCidrBlock"]}

    def update(self, context, physical, old, new, changed):
        context.client("ec2").replace_route(**self._asked(new))

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_route(RouteTableId=props["RouteTableId"], DestinationCidrBlock=props["DestinationCidrBlock"])


class RouteTableAssociation(Handler):
    type = "AWS::EC2::SubnetRouteTableAssociation"
    handles = ("RouteTableId", "SubnetId")

    def create(self, context, props):
        return context.client("ec2").associate_route_table(RouteTableId=props["RouteTableId"], SubnetId=props["SubnetId"])["AssociationId"]

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").disassociate_route_table(AssociationId=physical)


class Eip(Ec2):
    type, kind = "AWS::EC2::EIP", "elastic-ip"
    handles = ("Domain", "Tags")

    def create(self, context, props):
        made = context.client("ec2").allocate_address(Domain="vpc", TagSpecifications=self.specification(context, props))
        return made["PublicIp"]

    def _allocation(self, context, physical):
        return context.client("ec2").describe_addresses(PublicIps=[physical])["Addresses"][0]["AllocationId"]

    def attributes(self, context, physical, props):
        return {"AllocationId": self._allocation(context, physical), "PublicIp": physical}

    def retag(self, context, physical, old, new):
        super().retag(context, self._allocation(context, physical), old, new)

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").release_address(AllocationId=self._allocation(context, physical))


class NatGateway(Ec2):
    """In a subnet of one zone, or over the zones of a VPC and then in no subnet."""

    type, kind = "AWS::EC2::NatGateway", "natgateway"
    settings = ("AllocationId", "SubnetId", "ConnectivityType", "AvailabilityMode", "VpcId", "AvailabilityZoneAddresses")
    handles = (*settings, "Tags")

    def create(self, context, props):
        asked = {k: props[k] for k in self.settings if k in props}
        made = context.client("ec2").create_nat_gateway(**asked, TagSpecifications=self.specification(context, props))
        physical = made["NatGateway"]["NatGatewayId"]
        context.backend("ec2").nat_gateways[physical].state = "pending"
        return physical

    def settle(self, context, physical, props):
        gateway = context.backend("ec2").nat_gateways[physical]
        mine = [{"Name": "attachment.vpc-id", "Values": [gateway.vpc_id]}]
        attached = context.client("ec2").describe_internet_gateways(Filters=mine)["InternetGateways"]
        if props.get("ConnectivityType", "public") == "public" and not attached:
            gateway.state = "failed"
            raise Refused(f"NatGateway {physical} is in state failed and hence failed to stabilize. Detailed failure message: Network {gateway.vpc_id} has no Internet gateway attached")
        gateway.state = "available"

    def change(self, context, physical, old, new, changed):
        if changed - {"AvailabilityZoneAddresses"}:
            super().change(context, physical, old, new, changed)
        ec2, wanted = context.client("ec2"), self._pairs(new)
        found = ec2.describe_nat_gateways(NatGatewayIds=[physical])["NatGateways"][0]["NatGatewayAddresses"]
        present = {(a["AvailabilityZone"], a["AllocationId"]): a["AssociationId"] for a in found}
        for zone, allocation in sorted(wanted - set(present)):
            ec2.associate_nat_gateway_address(NatGatewayId=physical, AvailabilityZone=zone, AllocationIds=[allocation])
        gone = [association for pair, association in present.items() if pair not in wanted]
        if gone:
            ec2.disassociate_nat_gateway_address(NatGatewayId=physical, AssociationIds=gone)

    @staticmethod
    def _pairs(props):
        return {(a["AvailabilityZone"], i) for a in props.get("AvailabilityZoneAddresses", []) for i in a["AllocationIds"]}

    def attributes(self, context, physical, props):
        gateway = context.backend("ec2").nat_gateways[physical]
        if gateway.availability_mode == "regional":
            return {
                "NatGatewayId": physical, "RouteTableId": gateway.route_table_id, "AutoProvisionZones": gateway.auto_provision_zones,
                "AutoScalingIps": gateway.auto_scaling_ips,
            }
        return {"NatGatewayId": physical, "EniId": gateway._eni.id}

    def delete(self, context, physical, props, snapshot):
        context.client("ec2").delete_nat_gateway(NatGatewayId=physical)
