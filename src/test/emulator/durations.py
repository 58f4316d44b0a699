"""How long things take in AWS, in seconds of real time; the clock divides by the speed.

Orders of magnitude from AWS's documentation and reports of users; where no source is named, watched as "seconds".
"""

ACCELERATOR = 120  # a change reaches the edge locations in a few minutes: "IN_PROGRESS" until then
DISTRIBUTION = 240  # "typically ... within minutes": https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToUpdateDistribution.html

CREATE = {
    # "It usually takes about 15 to 30 minutes": https://docs.aws.amazon.com/msk/latest/developerguide/create-cluster.html
    "AWS::MSK::Cluster": 1500,
    # "Creating a cluster takes several minutes", 8-12 usual: https://docs.aws.amazon.com/eks/latest/userguide/create-cluster.html
    "AWS::EKS::Cluster": 540,
    # 2-3 minutes until nodes are ready: https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html
    "AWS::EKS::Nodegroup": 150,
    "AWS::EKS::Addon": 40,
    # "can take up to 20 minutes": https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_GettingStarted.CreatingConnecting.PostgreSQL.html
    "AWS::RDS::DBInstance": 480,
    "AWS::RDS::DBCluster": 900,
    # a NAT gateway is pending for one to two minutes: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
    "AWS::EC2::NatGateway": 110,
    # network load balancers are provisioned in two to three minutes
    "AWS::ElasticLoadBalancingV2::LoadBalancer": 150,
    # interface endpoints are pending for about a minute
    "AWS::EC2::VPCEndpoint": 60,
    # KMS keys: CloudFormation waits for eventual consistency
    "AWS::KMS::Key": 20,
    # changes reach all Route 53 servers within 60 seconds: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/Route53HowItWorks
    "AWS::Route53::RecordSet": 35,
    "AWS::Route53::RecordSetGroup": 35,
    "AWS::Route53::HostedZone": 40,
    # DNS validation usually ends within a few minutes of the record being there
    "AWS::CertificateManager::Certificate": 60,
    # CloudFormation waits for IAM's eventual consistency
    "AWS::IAM::Role": 16,
    "AWS::IAM::Policy": 16,
    "AWS::IAM::ManagedPolicy": 16,
    "AWS::S3::Bucket": 15,
    "AWS::EC2::InternetGateway": 15,
    "AWS::EC2::VPC": 12,
    "AWS::SNS::Topic": 10,
    "AWS::MSK::BatchScramSecret": 15,
    # CloudFormation waits until the accelerator is DEPLOYED again after each of them
    "AWS::GlobalAccelerator::Accelerator": 150,
    "AWS::CloudFront::Distribution": DISTRIBUTION,
    "AWS::WAFv2::WebACL": 15,
    "AWS::GlobalAccelerator::Listener": 60,
    "AWS::GlobalAccelerator::EndpointGroup": 60,
}
MULTI_AZ_EXTRA = 240  # a Multi-AZ instance takes a snapshot for its standby first
QUICK = 4

DELETE = {
    "AWS::MSK::Cluster": 300, "AWS::EKS::Cluster": 150, "AWS::EKS::Nodegroup": 240, "AWS::RDS::DBInstance": 300,
    "AWS::RDS::DBCluster": 300, "AWS::EC2::NatGateway": 60, "AWS::EC2::VPCEndpoint": 60, "AWS::Route53::RecordSet": 35,
    "AWS::Route53::RecordSetGroup": 35,
    # it is disabled first, which has to reach the edge locations
    "AWS::GlobalAccelerator::Accelerator": 120, "AWS::GlobalAccelerator::Listener": 30, "AWS::GlobalAccelerator::EndpointGroup": 30,
    "AWS::CloudFront::Distribution": DISTRIBUTION,
}

UPDATE = {
    # brokers are changed one after the other
    "AWS::MSK::Cluster": 1200, "AWS::EKS::Cluster": 120, "AWS::EKS::Nodegroup": 90, "AWS::RDS::DBInstance": 240,
    "AWS::RDS::DBCluster": 300, "AWS::Route53::RecordSet": 35, "AWS::Route53::RecordSetGroup": 35,
    "AWS::GlobalAccelerator::Accelerator": 60, "AWS::GlobalAccelerator::Listener": 60, "AWS::GlobalAccelerator::EndpointGroup": 60,
    "AWS::CloudFront::Distribution": DISTRIBUTION,
}


def create(type_name: str, props: dict) -> float:
    extra = MULTI_AZ_EXTRA if type_name == "AWS::RDS::DBInstance" and props.get("MultiAZ") else 0
    return CREATE.get(type_name, QUICK) + extra


def update(type_name: str, changed: set) -> float:
    return QUICK if changed == {"Tags"} else UPDATE.get(type_name, QUICK)


def delete(type_name: str) -> float:
    return DELETE.get(type_name, QUICK)
