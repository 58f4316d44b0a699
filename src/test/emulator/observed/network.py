"""EC2: the network as it stands."""

from . import Gone, document, of, only, pick, tags


def mine(context, physical) -> dict:
    ec2 = context.client("ec2")
    return {"Tags": tags(ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [physical]}])["Tags"])}


@of("AWS::EC2::VPC")
def vpc(context, physical, props):
    ec2 = context.client("ec2")
    found = only(ec2.describe_vpcs(VpcIds=[physical])["Vpcs"], physical)
    flags = {
        name[0].upper() + name[1:]: ec2.describe_vpc_attribute(VpcId=physical, Attribute=name)[name[0].upper() + name[1:]]["Value"]
        for name in ("enableDnsSupport", "enableDnsHostnames")
    }
    return pick(found, "CidrBlock", "InstanceTenancy") | flags | {"Tags": tags(found.get("Tags"))}


@of("AWS::EC2::Subnet")
def subnet(context, physical, props):
    found = only(context.client("ec2").describe_subnets(SubnetIds=[physical])["Subnets"], physical)
    return pick(found, "VpcId", "CidrBlock", "AvailabilityZone", "MapPublicIpOnLaunch") | {"Tags": tags(found.get("Tags"))}


@of("AWS::EC2::InternetGateway")
def internet_gateway(context, physical, props):
    found = only(context.client("ec2").describe_internet_gateways(InternetGatewayIds=[physical])["InternetGateways"], physical)
    return {"Tags": tags(found.get("Tags"))}


@of("AWS::EC2::VPCGatewayAttachment")
def attachment(context, physical, props):
    found = context.client("ec2").describe_internet_gateways(InternetGatewayIds=[props["InternetGatewayId"]])["InternetGateways"]
    attached = only(only(found, physical)["Attachments"], physical)
    return {"VpcId": attached["VpcId"], "InternetGatewayId": props["InternetGatewayId"]}


@of("AWS::EC2::RouteTable")
def route_table(context, physical, props):
    found = only(context.client("ec2").describe_route_tables(RouteTableIds=[physical])["RouteTables"], physical)
    return {"VpcId": found["VpcId"], "Tags": tags(found.get("Tags"))}


@of("AWS::EC2::Route")
def route(context, physical, props):
    table = only(context.client("ec2").describe_route_tables(RouteTableIds=[props["RouteTableId"]])["RouteTables"], physical)
    found = only([r for r in table["Routes"] if r.get("DestinationCidrBlock") == props["DestinationCidrBlock"]], physical)
    targets = ("GatewayId", "NatGatewayId", "NetworkInterfaceId", "VpcPeeringConnectionId", "TransitGatewayId")
    return {"RouteTableId": props["RouteTableId"], "DestinationCidrBlock": props["DestinationCidrBlock"], **{t: None for t in targets}} | pick(found, *targets)


@of("AWS::EC2::SubnetRouteTableAssociation")
def association(context, physical, props):
    ec2 = context.client("ec2")
    tables = ec2.describe_route_tables(Filters=[{"Name": "association.route-table-association-id", "Values": [physical]}])["RouteTables"]
    found = [a for t in tables for a in t["Associations"] if a["RouteTableAssociationId"] == physical]
    return pick(only(found, physical), "RouteTableId", "SubnetId")


@of("AWS::EC2::EIP")
def address(context, physical, props):
    found = only(context.client("ec2").describe_addresses(PublicIps=[physical])["Addresses"], physical)
    return pick(found, "Domain") | {"Tags": tags(found.get("Tags"))}


@of("AWS::EC2::NatGateway")
def nat_gateway(context, physical, props):
    found = only(context.client("ec2").describe_nat_gateways(NatGatewayIds=[physical])["NatGateways"], physical)
    if found["State"] in ("deleted", "deleting"):
        raise Gone(physical)
    zones: dict = {}
    for a in found["NatGatewayAddresses"]:
        zones.setdefault(a.get("AvailabilityZone"), []).append(a.get("AllocationId"))
    zonal = {"AllocationId": found["NatGatewayAddresses"][0].get("AllocationId")} if "SubnetId" in found and found["NatGatewayAddresses"] else {}
    addresses = [{"AvailabilityZone": z, "AllocationIds": ids} for z, ids in zones.items()]
    return pick(found, "SubnetId", "VpcId", "ConnectivityType", "AvailabilityMode") | zonal | {
        "AvailabilityZoneAddresses": addresses, "Tags": tags(found.get("Tags")),
    }


@of("AWS::EC2::VPCEndpoint")
def endpoint(context, physical, props):
    found = only(context.client("ec2").describe_vpc_endpoints(VpcEndpointIds=[physical])["VpcEndpoints"], physical)
    if found["State"] == "deleted":
        raise Gone(physical)
    shown = pick(found, "VpcId", "ServiceName", "VpcEndpointType", "RouteTableIds", "SubnetIds", "PrivateDnsEnabled")
    groups = [g["GroupId"] for g in found.get("Groups", [])]
    return shown | {"SecurityGroupIds": groups, "PolicyDocument": document(found.get("PolicyDocument")), "Tags": tags(found.get("Tags"))}


@of("AWS::EC2::FlowLog")
def flow_log(context, physical, props):
    found = only(context.client("ec2").describe_flow_logs(FlowLogIds=[physical])["FlowLogs"], physical)
    shown = pick(
        found, "ResourceId", "TrafficType", "LogDestinationType", "LogGroupName", "LogDestination", "DeliverLogsPermissionArn",
        "MaxAggregationInterval", "LogFormat",
    )
    if "LogDestination" in props and "LogDestination" not in shown:
        shown["LogDestination"] = props["LogDestination"] if f":log-group:{shown.get('LogGroupName')}" in props["LogDestination"] else None
    return shown | {"Tags": tags(found.get("Tags"))}


@of("AWS::EC2::LaunchTemplate")
def launch_template(context, physical, props):
    ec2 = context.client("ec2")
    found = only(ec2.describe_launch_template_versions(LaunchTemplateId=physical, Versions=["$Latest"])["LaunchTemplateVersions"], physical)
    data = found["LaunchTemplateData"]
    if "TagSpecifications" in data:  # moto puts the template's own tags among those of what it launches
        own = [s for s in data["TagSpecifications"] if s["ResourceType"] != "launch-template"]
        data = {k: v for k, v in data.items() if k != "TagSpecifications"} | ({"TagSpecifications": own} if own else {})
    return {
        "LaunchTemplateName": found["LaunchTemplateName"], "LaunchTemplateData": data,
        "VersionDescription": found.get("VersionDescription"),
    }
