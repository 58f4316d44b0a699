package dev.essha.blueprint;

import java.util.Set;

/**
 * What a stage hands to later stages, to the checklist and to the person: declared here once, with its consumers. A stage
 * that does not deliver its outputs fails at once, not when somebody misses them.
 *
 * <p>Outputs become parameters of the consuming stacks, never exports: an export would lock its producer.
 */
public enum Output {
    VPC_ID(StageId.NETWORK, "VpcId", "AWS::EC2::VPC::Id", StageId.EDGE),
    /** In the order of the plan's zones. */
    PUBLIC_SUBNET_IDS(StageId.NETWORK, "PublicSubnetIds", "List<AWS::EC2::Subnet::Id>", StageId.EDGE),
    /** In the order of the plan's zones. */
    PRIVATE_SUBNET_IDS(
            StageId.NETWORK,
            "PrivateSubnetIds",
            "List<AWS::EC2::Subnet::Id>",
            StageId.DATABASE,
            StageId.MESSAGING,
            StageId.COMPUTE),
    LOAD_BALANCER_SECURITY_GROUP(
            StageId.NETWORK, "LoadBalancerSecurityGroupId", "AWS::EC2::SecurityGroup::Id", StageId.EDGE),
    NODE_SECURITY_GROUP(StageId.NETWORK, "NodeSecurityGroupId", "AWS::EC2::SecurityGroup::Id", StageId.COMPUTE),
    DATABASE_SECURITY_GROUP(
            StageId.NETWORK, "DatabaseSecurityGroupId", "AWS::EC2::SecurityGroup::Id", StageId.DATABASE),
    KAFKA_SECURITY_GROUP(StageId.NETWORK, "KafkaSecurityGroupId", "AWS::EC2::SecurityGroup::Id", StageId.MESSAGING),
    KEY_ARN(
            StageId.SECURITY,
            "KeyArn",
            "String",
            StageId.REGISTRY,
            StageId.STORAGE,
            StageId.DATABASE,
            StageId.MESSAGING,
            StageId.COMPUTE),
    /** Secrets with the owners of the services' databases, in the order of {@code EssPlan.servicesWithDatabase()}. */
    DATABASE_SECRET_ARNS(
            StageId.SECURITY, "DatabaseSecretArns", "CommaDelimitedList", StageId.COMPUTE, StageId.HAND_OVER),
    /** The Kafka user's secret; only where Kafka clients prove themselves by SASL/SCRAM. */
    KAFKA_SECRET_ARN(
            StageId.SECURITY, "KafkaSecretArn", "String", StageId.MESSAGING, StageId.COMPUTE, StageId.HAND_OVER),
    /** Comma-separated, in the order of the plan's repositories. */
    REPOSITORY_URIS(StageId.REGISTRY, "RepositoryUris", "CommaDelimitedList", StageId.HAND_OVER),
    BUCKET_NAME(StageId.STORAGE, "BucketName", "String", StageId.COMPUTE, StageId.HAND_OVER),
    DATABASE_ENDPOINT(StageId.DATABASE, "DatabaseEndpoint", "String", StageId.HAND_OVER),
    DATABASE_PORT(StageId.DATABASE, "DatabasePort", "String", StageId.HAND_OVER),
    DATABASE_MASTER_SECRET_ARN(StageId.DATABASE, "DatabaseMasterSecretArn", "String", StageId.HAND_OVER),
    KAFKA_CLUSTER_ARN(StageId.MESSAGING, "KafkaClusterArn", "String", StageId.HAND_OVER),
    CLUSTER_NAME(StageId.COMPUTE, "ClusterName", "String", StageId.NODES, StageId.HAND_OVER),
    TARGET_GROUP_ARNS(StageId.EDGE, "TargetGroupArns", "CommaDelimitedList", StageId.NODES),
    /** The public names of the load balancers, in the order of the plan's zones; one where one spans them. */
    LOAD_BALANCER_NAMES(StageId.EDGE, "LoadBalancerNames", "CommaDelimitedList", StageId.DNS, StageId.HAND_OVER),
    CERTIFICATE_ARN(StageId.EDGE, "CertificateArn", "String", StageId.HAND_OVER);

    private final StageId producer;
    private final String key;
    private final String parameterType;
    private final Set<StageId> consumers;

    Output(StageId producer, String key, String parameterType, StageId... consumers) {
        this.producer = producer;
        this.key = key;
        this.parameterType = parameterType;
        this.consumers = Set.of(consumers);
    }

    /** The stage whose stack has this output. */
    public StageId producer() {
        return producer;
    }

    /** Its name in the producing stack's outputs and in the consuming stacks' parameters. */
    public String key() {
        return key;
    }

    /** CloudFormation's type of the consuming parameter. */
    public String parameterType() {
        return parameterType;
    }

    /** The stages that may ask for it. */
    public Set<StageId> consumers() {
        return consumers;
    }
}
