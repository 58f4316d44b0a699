#!/usr/bin/env python3
"""Asks an account, with boto3, which shape a deployment has: a client that shares no code with the program.

    ask_shape.py ENDPOINT REGION PREFIX DOMAIN

Prints one JSON document: a sentence for each choice of the architecture, from what stands.
"""
import json
import sys

from client import maker

ENDPOINT, REGION, PREFIX, DOMAIN = sys.argv[1:5]
client = maker(ENDPOINT, REGION)
in_virginia = maker(ENDPOINT, "us-east-1")
in_oregon = maker(ENDPOINT, "us-west-2")
ec2, elb, rds, route53 = client("ec2"), client("elbv2"), client("rds"), client("route53")


def every(api, operation, key, **arguments):
    """All pages of a list operation."""
    return [item for page in api.get_paginator(operation).paginate(**arguments) for item in page[key]]


def stack_outputs():
    outputs = {}
    for place in (client, in_virginia, in_oregon):
        for stack in every(place("cloudformation"), "describe_stacks", "Stacks"):
            if stack["StackName"].startswith(PREFIX + "-"):
                outputs |= {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}
    return outputs


OUTPUTS = stack_outputs()
VPC = OUTPUTS["VpcId"]
IN_VPC = [{"Name": "vpc-id", "Values": [VPC]}]
BALANCERS = sorted(
    (b for b in every(elb, "describe_load_balancers", "LoadBalancers") if b["VpcId"] == VPC),
    key=lambda b: b["LoadBalancerName"],
)


def load_balancers():
    def letters(balancer):
        return "".join(sorted(zone["ZoneName"][-1] for zone in balancer["AvailabilityZones"]))

    return ", ".join(f"{b['Scheme']} {letters(b)}" for b in BALANCERS)


def accelerator():
    if "AcceleratorArn" not in OUTPUTS:
        return "none"
    api = in_oregon("globalaccelerator")
    found = api.describe_accelerator(AcceleratorArn=OUTPUTS["AcceleratorArn"])["Accelerator"]
    health = [
        endpoint["HealthState"].lower()
        for listener in api.list_listeners(AcceleratorArn=found["AcceleratorArn"])["Listeners"]
        for group in api.list_endpoint_groups(ListenerArn=listener["ListenerArn"])["EndpointGroups"]
        for endpoint in group["EndpointDescriptions"]
    ]
    return f"{found['Status'].lower()}, {health.count('healthy')} of {len(health)} healthy"


def gateway():
    if "GatewayId" not in OUTPUTS:
        return "none"
    found = in_virginia("cloudfront").get_distribution(Id=OUTPUTS["GatewayId"])["Distribution"]
    config = found["DistributionConfig"]
    aliases = " ".join(sorted(config["Aliases"]["Items"]))
    guarded = "with" if config["WebACLId"] == OUTPUTS["WebAclArn"] else "without"
    return f"{found['Status'].lower()}, {guarded} web ACL, {aliases} -> {origin(config)}"


def origin(config):
    name = config["Origins"]["Items"][0]["DomainName"]
    if name == OUTPUTS.get("AcceleratorName"):
        return "accelerator"
    return "load balancer" if name in [b["DNSName"] for b in BALANCERS] else name


def clients():
    """Who may come in to the load balancers that face the internet."""
    groups = {g for b in BALANCERS if b["Scheme"] == "internet-facing" for g in b.get("SecurityGroups", [])}
    found = ec2.describe_security_groups(GroupIds=sorted(groups))["SecurityGroups"]
    rules = [rule for group in found for rule in group["IpPermissions"]]
    ranges = {r["CidrIp"] for rule in rules for r in rule["IpRanges"]}
    lists = {r["PrefixListId"] for rule in rules for r in rule["PrefixListIds"]}
    named = ec2.describe_managed_prefix_lists(PrefixListIds=sorted(lists))["PrefixLists"] if lists else []
    return " ".join(sorted(ranges | {p["PrefixListName"] for p in named}))


def way_out():
    nats = [n for n in ec2.describe_nat_gateways(Filters=IN_VPC)["NatGateways"] if n["State"] == "available"]
    kinds = [n.get("AvailabilityMode", "zonal") for n in nats]
    endpoints = ec2.describe_vpc_endpoints(Filters=IN_VPC)["VpcEndpoints"]
    interfaces = [e for e in endpoints if e["VpcEndpointType"] == "Interface"]
    parts = [f"{kinds.count(kind)} {kind} NAT" for kind in ("zonal", "regional") if kind in kinds]
    return ", ".join(parts + (["interface endpoints"] if interfaces else [])) or "nothing"


def databases():
    instances = [d for d in every(rds, "describe_db_instances", "DBInstances") if d["DBInstanceIdentifier"].startswith(PREFIX)]
    clusters = [c for c in every(rds, "describe_db_clusters", "DBClusters") if c["DBClusterIdentifier"].startswith(PREFIX)]
    members = {m["DBInstanceIdentifier"] for c in clusters for m in c["DBClusterMembers"]}
    zones = {d["AvailabilityZone"] for d in instances if d["DBInstanceIdentifier"] in members}
    alone = [d for d in instances if d["DBInstanceIdentifier"] not in members]
    return (
        f"{sum(d['MultiAZ'] for d in alone)} of {len(alone)} instances Multi-AZ, "
        f"{len(clusters)} clusters of {len(members)} members in {len(zones)} zones"
    )


def records():
    """Names and kinds of the domain's public records."""
    kinds = {}
    for zone in every(route53, "list_hosted_zones", "HostedZones"):
        if zone["Config"]["PrivateZone"]:
            continue
        for record in every(route53, "list_resource_record_sets", "ResourceRecordSets", HostedZoneId=zone["Id"]):
            name = record["Name"].replace("\\052", "*").rstrip(".")
            if record["Type"] in ("A", "CNAME") and name.endswith(DOMAIN) and not name.startswith("_"):
                kind = ("alias " if "AliasTarget" in record else "") + record["Type"]
                checked = " checked" if "HealthCheckId" in record else ""
                kinds.setdefault(name.replace(DOMAIN, "@"), []).append(kind + checked)
    return ", ".join(f"{name} {len(found)} {found[0]}" for name, found in sorted(kinds.items())) or "none"


def private_zone():
    zones = [z for z in every(route53, "list_hosted_zones", "HostedZones") if z["Config"]["PrivateZone"]]
    vpcs = [v["VPCId"] for z in zones for v in route53.get_hosted_zone(Id=z["Id"])["VPCs"]]
    return "in the VPC" if vpcs == [VPC] else "none" if not zones else f"in {vpcs}"


def brokers():
    kafka = client("kafka")
    nodes = every(kafka, "list_nodes", "NodeInfoList", ClusterArn=OUTPUTS["KafkaClusterArn"])
    return f"{len(nodes)} in {len({n['BrokerNodeInfo']['ClientSubnet'] for n in nodes})} zones"


def nodes():
    groups = every(client("eks"), "list_nodegroups", "nodegroups", clusterName=OUTPUTS["ClusterName"])
    return f"{len(groups)} groups"


json.dump(
    {
        f.__name__.replace("_", " "): f()
        for f in (
            load_balancers, accelerator, gateway, clients, way_out, databases, records, private_zone, brokers, nodes,
        )
    },
    sys.stdout,
    indent=1,
)
