package dev.essha.pipeline;

/** CloudFormation's names of the types that hold data or need a hand when they are deleted. */
final class ResourceKind {

    static final String BUCKET = "AWS::S3::Bucket";
    static final String KEY = "AWS::KMS::Key";
    static final String DATABASE = "AWS::RDS::DBInstance";
    static final String DATABASE_CLUSTER = "AWS::RDS::DBCluster";
    static final String KAFKA = "AWS::MSK::Cluster";
    static final String REPOSITORY = "AWS::ECR::Repository";
    static final String SECRET = "AWS::SecretsManager::Secret";
    /** No type of CloudFormation's, but named as if it were. */
    static final String SNAPSHOT = "AWS::RDS::DBSnapshot";
    /** Nor this one. */
    static final String CLUSTER_SNAPSHOT = "AWS::RDS::DBClusterSnapshot";

    static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    static final String VPC = "AWS::EC2::VPC";
    static final String SUBNET = "AWS::EC2::Subnet";
    static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
    static final String LOG_GROUP = "AWS::Logs::LogGroup";
    static final String NODE_GROUP = "AWS::EKS::Nodegroup";
    static final String STACK = "AWS::CloudFormation::Stack";

    private ResourceKind() {}
}
