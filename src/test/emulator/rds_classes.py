"""The instance classes that RDS offers for PostgreSQL here, and which of them carry Multi-AZ DB clusters."""

SIZES = {
    "t4g": ["micro", "small", "medium", "large", "xlarge", "2xlarge"],
    "m6g": ["large", "xlarge", "2xlarge", "4xlarge"], "m7g": ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge"],
    "r6g": ["large", "xlarge", "2xlarge", "4xlarge"], "r7g": ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge"],
    "m6gd": ["large", "xlarge", "2xlarge", "4xlarge"], "r6gd": ["large", "xlarge", "2xlarge", "4xlarge"],
    "c6gd": ["medium", "large", "xlarge", "2xlarge"], "m5d": ["large", "xlarge", "2xlarge"], "r5d": ["large", "xlarge", "2xlarge"],
    "m6id": ["large", "xlarge", "2xlarge"], "r6id": ["large", "xlarge", "2xlarge"],
}
# classes with local disks: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html
CLUSTER_FAMILIES = ("m6gd", "r6gd", "c6gd", "m5d", "r5d", "m6id", "r6id")


def for_clusters(name: str) -> bool:
    family = name.removeprefix("db.").split(".")[0]
    return family in CLUSTER_FAMILIES
