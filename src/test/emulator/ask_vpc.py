#!/usr/bin/env python3
"""Asks an account, with boto3, what a VPC and what belongs to it looks like: a client that shares no code with the program.

    ask_vpc.py ENDPOINT REGION PREFIX VPC

Prints one JSON document: under "tags" those of each part, under "rest" everything else, but for what comes and goes with
what stands in a subnet.
"""
import json
import sys

from client import maker

ENDPOINT, REGION, _, VPC = sys.argv[1:5]
ec2 = maker(ENDPOINT, REGION)("ec2")
IN_VPC = [{"Name": "vpc-id", "Values": [VPC]}]
ATTACHED = [{"Name": "attachment.vpc-id", "Values": [VPC]}]
PARTS = {
    "VpcId": ec2.describe_vpcs(VpcIds=[VPC])["Vpcs"],
    "SubnetId": ec2.describe_subnets(Filters=IN_VPC)["Subnets"],
    "RouteTableId": ec2.describe_route_tables(Filters=IN_VPC)["RouteTables"],
    "InternetGatewayId": ec2.describe_internet_gateways(Filters=ATTACHED)["InternetGateways"],
    "NatGatewayId": ec2.describe_nat_gateways(Filters=IN_VPC)["NatGateways"],
    "NetworkAclId": ec2.describe_network_acls(Filters=IN_VPC)["NetworkAcls"],
}
FLEETING = ("Tags", "AvailableIpAddressCount")


def attribute(name):
    return ec2.describe_vpc_attribute(VpcId=VPC, Attribute=name[0].lower() + name[1:])[name]["Value"]


every = [(part[key], part) for key, parts in PARTS.items() for part in parts]
tags = {ident: {t["Key"]: t["Value"] for t in part.get("Tags", [])} for ident, part in every}
rest = {ident: {k: v for k, v in part.items() if k not in FLEETING} for ident, part in every}
rest["dns"] = {name: attribute(name) for name in ("EnableDnsSupport", "EnableDnsHostnames")}
json.dump({"tags": {i: t for i, t in tags.items() if t}, "rest": rest}, sys.stdout, indent=1, default=str)
