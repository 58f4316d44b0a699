#!/usr/bin/env python3
"""Asks an account what stands in it, with boto3: a client that shares no code with the program.

    ask.py ENDPOINT REGION PREFIX

Prints one JSON document about everything whose name starts with PREFIX or lies in the VPC tagged with it.
"""
import json
import sys

from client import maker

ENDPOINT, REGION, PREFIX = sys.argv[1:4]
client = maker(ENDPOINT, REGION)
ec2 = client("ec2")


def every(api, operation, key, **arguments):
    """All pages of a list operation."""
    return [item for page in api.get_paginator(operation).paginate(**arguments) for item in page[key]]


def in_vpc(vpc):
    return [{"Name": "vpc-id", "Values": [vpc]}]


def vpcs():
    tagged = [{"Name": "tag:Name", "Values": [PREFIX]}]
    return [vpc["VpcId"] for vpc in every(ec2, "describe_vpcs", "Vpcs", Filters=tagged)]


def subnets(vpc):
    """Zone and whether the way out is an internet gateway, for each subnet."""
    tables = every(ec2, "describe_route_tables", "RouteTables", Filters=in_vpc(vpc))
    public = {
        association.get("SubnetId")
        for table in tables
        if any(route.get("GatewayId", "").startswith("igw-") for route in table["Routes"])
        for association in table["Associations"]
    }
    found = every(ec2, "describe_subnets", "Subnets", Filters=in_vpc(vpc))
    return sorted(
        ({"zone": s["AvailabilityZone"], "public": s["SubnetId"] in public, "cidr": s["CidrBlock"]} for s in found),
        key=lambda s: (s["zone"], s["cidr"]),
    )


def databases():
    found = every(client("rds"), "describe_db_instances", "DBInstances")
    return [
        {
            "id": d["DBInstanceIdentifier"],
            "multiAz": d["MultiAZ"],
            "engine": d["Engine"],
            "encrypted": d["StorageEncrypted"],
            "protected": d["DeletionProtection"],
            "zones": sorted(s["SubnetAvailabilityZone"]["Name"] for s in d["DBSubnetGroup"]["Subnets"]),
        }
        for d in found
        if d["DBInstanceIdentifier"].startswith(PREFIX)
    ]


def kafka():
    api = client("kafka")
    clusters = [c for c in every(api, "list_clusters_v2", "ClusterInfoList") if c["ClusterName"].startswith(PREFIX)]
    return [broker_facts(api, c) for c in clusters]


def broker_facts(api, cluster):
    running = cluster["Provisioned"]["CurrentBrokerSoftwareInfo"]
    revision = api.describe_configuration_revision(
        Arn=running["ConfigurationArn"], Revision=running["ConfigurationRevision"]
    )
    nodes = every(api, "list_nodes", "NodeInfoList", ClusterArn=cluster["ClusterArn"])
    used = [node["BrokerNodeInfo"]["ClientSubnet"] for node in nodes]
    zones = {s["SubnetId"]: s["AvailabilityZone"] for s in ec2.describe_subnets(SubnetIds=used)["Subnets"]}
    return {
        "name": cluster["ClusterName"],
        "arn": cluster["ClusterArn"],
        "state": cluster["State"],
        "brokerZones": sorted(zones[subnet] for subnet in used),
        "properties": sorted(revision["ServerProperties"].decode().split()),
    }


def buckets():
    api = client("s3")
    names = [b["Name"] for b in api.list_buckets()["Buckets"] if b["Name"].startswith(PREFIX)]
    return [
        {
            "name": name,
            "policy": json.loads(api.get_bucket_policy(Bucket=name)["Policy"]),
            "versioning": api.get_bucket_versioning(Bucket=name).get("Status"),
        }
        for name in names
    ]


def repositories():
    found = every(client("ecr"), "describe_repositories", "repositories")
    return sorted(r["repositoryName"] for r in found if r["repositoryName"].startswith(PREFIX))


def secrets():
    found = every(client("secretsmanager"), "list_secrets", "SecretList")
    return sorted(s["Name"] for s in found if PREFIX in s["Name"])


def clusters():
    eks, groups = client("eks"), client("autoscaling")
    result = []
    for name in (c for c in every(eks, "list_clusters", "clusters") if c.startswith(PREFIX)):
        nodes = [
            eks.describe_nodegroup(clusterName=name, nodegroupName=n)["nodegroup"]
            for n in every(eks, "list_nodegroups", "nodegroups", clusterName=name)
        ]
        scaling = [g["name"] for n in nodes for g in n["resources"]["autoScalingGroups"]]
        behind = every(groups, "describe_auto_scaling_groups", "AutoScalingGroups", AutoScalingGroupNames=scaling)
        result.append(
            {
                "name": name,
                "nodeGroups": len(nodes),
                "zones": sorted({i["AvailabilityZone"] for g in behind for i in g["Instances"]}),
                "behindLoadBalancer": bool(behind) and all(g["TargetGroupARNs"] for g in behind),
            }
        )
    return result


def load_balancers(vpc):
    api = client("elbv2")
    return [
        {
            "name": b["LoadBalancerName"],
            "dns": b["DNSName"],
            "scheme": b["Scheme"],
            "zones": sorted(z["ZoneName"] for z in b["AvailabilityZones"]),
            "protected": is_protected(api, b["LoadBalancerArn"]),
            "listeners": sorted(
                [listener["Port"], listener["Protocol"]]
                for listener in every(api, "describe_listeners", "Listeners", LoadBalancerArn=b["LoadBalancerArn"])
            ),
        }
        for b in every(api, "describe_load_balancers", "LoadBalancers")
        if b["VpcId"] == vpc
    ]


def is_protected(api, load_balancer):
    attributes = api.describe_load_balancer_attributes(LoadBalancerArn=load_balancer)["Attributes"]
    return {"Key": "deletion_protection.enabled", "Value": "true"} in attributes


def certificates():
    api = client("acm")
    found = every(api, "list_certificates", "CertificateSummaryList")
    details = [api.describe_certificate(CertificateArn=c["CertificateArn"])["Certificate"] for c in found]
    return [{"status": c["Status"], "names": sorted(c["SubjectAlternativeNames"])} for c in details]


def records():
    api = client("route53")
    return sorted(
        [r["Name"].replace("\\052", "*"), r["Type"], *(v["Value"] for v in r.get("ResourceRecords", []))]
        for zone in every(api, "list_hosted_zones", "HostedZones")
        for r in every(api, "list_resource_record_sets", "ResourceRecordSets", HostedZoneId=zone["Id"])
        if r["Type"] not in ("NS", "SOA")
    )


def stacks():
    found = every(client("cloudformation"), "describe_stacks", "Stacks")
    return {s["StackName"]: s["StackStatus"] for s in found if s["StackName"].startswith(PREFIX)}


def main():
    vpc_ids = vpcs()
    vpc = vpc_ids[0] if len(vpc_ids) == 1 else None
    json.dump(
        {
            "vpcs": vpc_ids,
            "subnets": subnets(vpc) if vpc else [],
            "databases": databases(),
            "kafka": kafka(),
            "buckets": buckets(),
            "repositories": repositories(),
            "secrets": secrets(),
            "clusters": clusters(),
            "loadBalancers": load_balancers(vpc) if vpc else [],
            "certificates": certificates(),
            "records": records(),
            "stacks": stacks(),
        },
        sys.stdout,
        indent=1,
    )


main()
