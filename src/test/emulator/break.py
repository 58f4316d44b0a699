#!/usr/bin/env python3
"""Breaks a deployment by hand, as somebody with a console would, and mends it again.

    break.py ENDPOINT REGION PREFIX WHAT [mend]

WHAT is one of the functions below, with hyphens. What has to be known for mending is kept in a file under target/.
"""
import json
import sys
from pathlib import Path

from client import maker

ENDPOINT, REGION, PREFIX, WHAT = sys.argv[1:5]
MEND = sys.argv[5:] == ["mend"]
KEPT = Path("target") / f"broken-{WHAT}.json"
client = maker(ENDPOINT, REGION)
ec2, rds, kafka, route53 = client("ec2"), client("rds"), client("kafka"), client("route53")


def keep(value):
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(value))


def kept():
    return json.loads(KEPT.read_text())


def vpc():
    found = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": [PREFIX]}])["Vpcs"]
    return found[0]["VpcId"]


def route_tables(target):
    """The route tables of the VPC with a default route to a kind of gateway, by id."""
    tables = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc()]}])["RouteTables"]
    return {
        table["RouteTableId"]: route
        for table in sorted(tables, key=lambda t: t["RouteTableId"])
        for route in table["Routes"]
        if route.get("DestinationCidrBlock") == "0.0.0.0/0" and target in route
    }


def multi_az_off():
    rds.modify_db_instance(DBInstanceIdentifier=PREFIX, MultiAZ=MEND, ApplyImmediately=True)


def no_auto_creation():
    """The cluster runs another configuration that differs in just one property."""
    cluster = next(c for c in kafka.list_clusters_v2()["ClusterInfoList"] if c["ClusterName"] == PREFIX)
    running = cluster["Provisioned"]["CurrentBrokerSoftwareInfo"]
    if MEND:
        run(cluster, kept())
        kafka.delete_configuration(Arn=running["ConfigurationArn"])
        return
    keep({"Arn": running["ConfigurationArn"], "Revision": running["ConfigurationRevision"]})
    properties = kafka.describe_configuration_revision(**kept())["ServerProperties"].decode()
    changed = properties.replace("auto.create.topics.enable=true", "auto.create.topics.enable=false")
    assert changed != properties
    made = kafka.create_configuration(Name=f"{PREFIX}-by-hand", ServerProperties=changed.encode())
    run(cluster, {"Arn": made["Arn"], "Revision": made["LatestRevision"]["Revision"]})


def run(cluster, configuration):
    version = kafka.describe_cluster_v2(ClusterArn=cluster["ClusterArn"])["ClusterInfo"]["CurrentVersion"]
    kafka.update_cluster_configuration(
        ClusterArn=cluster["ClusterArn"], CurrentVersion=version, ConfigurationInfo=configuration
    )


def instance_in_public_subnet():
    if MEND:
        ec2.terminate_instances(InstanceIds=[kept()])
        return
    table = next(iter(route_tables("GatewayId")))
    associations = ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Associations"]
    subnet = next(a["SubnetId"] for a in associations if "SubnetId" in a)
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    instance = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, InstanceType="t3.micro", SubnetId=subnet)
    keep(instance["Instances"][0]["InstanceId"])


def record_removed():
    if MEND:
        change_record("UPSERT", *kept())
        return
    for zone in route53.list_hosted_zones()["HostedZones"]:
        for record in route53.list_resource_record_sets(HostedZoneId=zone["Id"])["ResourceRecordSets"]:
            if record["Type"] == "CNAME" and record["Name"].replace("\\052", "*").startswith("*."):
                keep([zone["Id"], record])
                change_record("DELETE", zone["Id"], record)
                return
    raise SystemExit("no wildcard record found")


def change_record(action, zone, record):
    batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch)


def nat_route_removed():
    if MEND:
        ec2.create_route(DestinationCidrBlock="0.0.0.0/0", **kept())
        return
    table, route = next(iter(route_tables("NatGatewayId").items()))
    keep({"RouteTableId": table, "NatGatewayId": route["NatGatewayId"]})
    ec2.delete_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0")


def endpoint_deleted():
    """The way to S3 that does not lead through the internet."""
    found = ec2.describe_vpc_endpoints(Filters=[{"Name": "vpc-id", "Values": [vpc()]}])["VpcEndpoints"]
    [standing] = [e["VpcEndpointId"] for e in found if e["VpcEndpointType"] == "Gateway" and e["State"] != "deleted"]
    ec2.delete_vpc_endpoints(VpcEndpointIds=[standing])


def log_group_deleted():
    """That of the database, which the instance names."""
    name = f"/aws/rds/instance/{PREFIX}/postgresql"
    client("logs").delete_log_group(logGroupName=name)


def stack_deleted():
    """The whole stage registry."""
    cloudformation = client("cloudformation")
    cloudformation.update_termination_protection(StackName=f"{PREFIX}-registry", EnableTerminationProtection=False)
    cloudformation.delete_stack(StackName=f"{PREFIX}-registry")
    cloudformation.get_waiter("stack_delete_complete").wait(
        StackName=f"{PREFIX}-registry", WaiterConfig={"Delay": 1, "MaxAttempts": 60}
    )


def hosted_zone():
    """The zone of the domain's parent, which a deployment expects to find."""
    route53.create_hosted_zone(Name="example.com", CallerReference="test")


def own_vpc():
    """A VPC that is there before the program: in each of three zones a public and a private subnet, and a way out."""
    made = ec2.create_vpc(CidrBlock="10.60.0.0/16")["Vpc"]["VpcId"]
    for attribute in ("EnableDnsSupport", "EnableDnsHostnames"):
        ec2.modify_vpc_attribute(VpcId=made, **{attribute: {"Value": True}})
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(VpcId=made, InternetGatewayId=gateway)
    public_routes = routes_to(made, GatewayId=gateway)
    zones = [own_zone(made, public_routes, index, letter) for index, letter in enumerate("abc")]
    keep({"existingVpc": made, "zones": zones})


def own_zone(made, public_routes, index, letter):
    ranges = {"publicCidr": f"10.60.{240 + index}.0/24", "privateCidr": f"10.60.{index * 32}.0/19"}
    zone = {"name": REGION + letter} | ranges
    for kind in ("public", "private"):
        subnet = ec2.create_subnet(VpcId=made, CidrBlock=ranges[kind + "Cidr"], AvailabilityZone=zone["name"])
        zone[kind + "Subnet"] = subnet["Subnet"]["SubnetId"]
    ec2.associate_route_table(RouteTableId=public_routes, SubnetId=zone["publicSubnet"])
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    nat = ec2.create_nat_gateway(SubnetId=zone["publicSubnet"], AllocationId=address)["NatGateway"]["NatGatewayId"]
    ec2.associate_route_table(RouteTableId=routes_to(made, NatGatewayId=nat), SubnetId=zone["privateSubnet"])
    return zone


def routes_to(made, **target):
    table = ec2.create_route_table(VpcId=made)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)
    return table


{f.__name__: f for f in (
    multi_az_off, no_auto_creation, instance_in_public_subnet, record_removed, nat_route_removed, endpoint_deleted,
    log_group_deleted, stack_deleted, hosted_zone, own_vpc,
)}[WHAT.replace("-", "_")]()
