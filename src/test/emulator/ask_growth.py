#!/usr/bin/env python3
"""Asks an account, with boto3, what a change must leave the same and how large everything is: a client that shares no code
with the program.

    ask_growth.py ENDPOINT REGION PREFIX [put]

With `put`, stores an object in the deployment's bucket first. Prints one JSON document: under "kept" what another one of
the same name would have differently, under "sizes" a sentence for each thing that can grow.
"""
import json
import sys

from client import maker

ENDPOINT, REGION, PREFIX = sys.argv[1:4]
client = maker(ENDPOINT, REGION)
cloudformation, ec2, eks, kafka, rds, s3 = map(client, ("cloudformation", "ec2", "eks", "kafka", "rds", "s3"))


def every(api, operation, key, **arguments):
    """All pages of a list operation."""
    return [item for page in api.get_paginator(operation).paginate(**arguments) for item in page[key]]


def own(found, key, before=""):
    return next(item for item in found if item[key].startswith(before + PREFIX))


def groups():
    names = every(eks, "list_nodegroups", "nodegroups", clusterName=CLUSTER["name"])
    return [eks.describe_nodegroup(clusterName=CLUSTER["name"], nodegroupName=n)["nodegroup"] for n in sorted(names)]


DATABASE = own(every(rds, "describe_db_instances", "DBInstances"), "DBInstanceIdentifier")
BROKERS = own(every(kafka, "list_clusters_v2", "ClusterInfoList"), "ClusterName")
CLUSTER = eks.describe_cluster(name=next(c for c in every(eks, "list_clusters", "clusters") if c.startswith(PREFIX)))["cluster"]
BUCKET = own(s3.list_buckets()["Buckets"], "Name")
GROUPS = groups()


def database():
    return [DATABASE["DbiResourceId"], DATABASE["Endpoint"]["Address"], DATABASE["InstanceCreateTime"]]


def brokers():
    return [BROKERS["ClusterArn"], BROKERS["CreationTime"]]


def bucket():
    return [BUCKET["Name"], BUCKET["CreationDate"]]


def stored():
    return [[v["Key"], v["VersionId"], v["ETag"]] for v in every(s3, "list_object_versions", "Versions", Bucket=BUCKET["Name"])]


def store():
    """The bucket's policy asks for TLS, which the emulator has not: it makes way for a moment."""
    policy = s3.get_bucket_policy(Bucket=BUCKET["Name"])["Policy"]
    s3.delete_bucket_policy(Bucket=BUCKET["Name"])
    s3.put_object(Bucket=BUCKET["Name"], Key="container/card", Body=b"content of a resource")
    s3.put_bucket_policy(Bucket=BUCKET["Name"], Policy=policy)


def key():
    kms = client("kms")
    alias = own(every(kms, "list_aliases", "Aliases"), "AliasName", "alias/")
    found = kms.describe_key(KeyId=alias["TargetKeyId"])["KeyMetadata"]
    return [found["Arn"], found["KeyState"]]


def passwords():
    found = every(client("secretsmanager"), "list_secrets", "SecretList")
    return sorted([s["ARN"], *sorted(s["SecretVersionsToStages"])] for s in found if f"{PREFIX}/" in s["Name"])


def cluster():
    return [CLUSTER["arn"], CLUSTER["createdAt"], CLUSTER["endpoint"]]


def network():
    vpcs = every(ec2, "describe_vpcs", "Vpcs", Filters=[{"Name": "tag:Name", "Values": [PREFIX]}])
    return [vpc["VpcId"] for vpc in vpcs]


def sizes():
    provisioned = BROKERS["Provisioned"]
    group = provisioned["BrokerNodeGroupInfo"]
    zones = {s["SubnetAvailabilityZone"]["Name"][-1] for s in DATABASE["DBSubnetGroup"]["Subnets"]}
    return {
        "database": f"{DATABASE['DBInstanceClass']}, {DATABASE['AllocatedStorage']} GiB, may be in {''.join(sorted(zones))}",
        "brokers": f"{provisioned['NumberOfBrokerNodes']} {group['InstanceType']}, {group['StorageInfo']['EbsStorageInfo']['VolumeSize']} GiB each",
        "nodes": instances(),
    }


def instances():
    """Those that run, by type and zone."""
    names = [g["name"] for group in GROUPS for g in group["resources"]["autoScalingGroups"]]
    found = every(client("autoscaling"), "describe_auto_scaling_groups", "AutoScalingGroups", AutoScalingGroupNames=names)
    running = [i for g in found for i in g["Instances"]]
    kinds = sorted({i["InstanceType"] for i in running})
    zones = sorted({i["AvailabilityZone"][-1] for i in running})
    return f"{len(running)} {' '.join(kinds)} in {''.join(zones)}"


if sys.argv[4:] == ["put"]:
    store()
kept = {f.__name__: f() for f in (database, brokers, bucket, stored, key, passwords, cluster, network)}
json.dump({"kept": kept, "sizes": sizes()}, sys.stdout, indent=1, default=str)
