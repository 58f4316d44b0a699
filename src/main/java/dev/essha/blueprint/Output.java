package dev.essha.blueprint;

import java.util.Set;

/**
 * What a stage hands to later stages, to the checklist and to the person: declared here once, with its consumers. A stage
 * that does not deliver its outputs fails at once, not when somebody misses them.
 *
 * <p>Outputs become parameters of the consuming stacks, never exports: an export would lock its producer.
 */
public enum Output {
    VPC_ID(StageId.NETWORK, "VpcId", "AWS::EC2::VPC::Id", StageId.EDGE, StageId.DNS),
    /** In the order of the plan's zones. */
    PUBLIC_SUBNET_IDS(StageId.NETWORK, "PublicSubnetIds", "List<AWS::EC2::Subnet::Id>", StageId.EDGE),
    /** In the order of the plan's zones. */
    PRIVATE_SUBNET_IDS(
            StageId.NETWORK,
            "PrivateSubnetIds",
            "List<AWS::EC2::Subnet::Id>",
            StageId.DATABASE,
            StageId.MESSAGING,
            StageId.COMPUTE,
            StageId.EDGE),
    LOAD_BALANCER_SECURITY_GROUP(
            StageId.NETWORK,
            "LoadBalancerSecurityGroupId",
            "AWS::EC2::SecurityGroup::Id",
            StageId.EDGE,
            StageId.ACCESS),
    /** Of the load balancer inside the VPC; only where the plan has a private zone. */
    INTERNAL_SECURITY_GROUP(StageId.NETWORK, "InternalSecurityGroupId", "AWS::EC2::SecurityGroup::Id", StageId.EDGE),
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
    /** Where databases are written to: one that all services share, or one each in the order of the secrets. */
    DATABASE_ENDPOINTS(StageId.DATABASE, "DatabaseEndpoints", "CommaDelimitedList", StageId.HAND_OVER),
    /** Where the readable standbys of clusters are read, in the same order; only of clusters. */
    DATABASE_READER_ENDPOINTS(StageId.DATABASE, "DatabaseReaderEndpoints", "CommaDelimitedList", StageId.HAND_OVER),
    DATABASE_PORT(StageId.DATABASE, "DatabasePort", "String", StageId.HAND_OVER),
    /** In the order of {@link #DATABASE_ENDPOINTS}. */
    DATABASE_MASTER_SECRET_ARNS(StageId.DATABASE, "DatabaseMasterSecretArns", "CommaDelimitedList", StageId.HAND_OVER),
    KAFKA_CLUSTER_ARN(StageId.MESSAGING, "KafkaClusterArn", "String", StageId.HAND_OVER),
    CLUSTER_NAME(StageId.COMPUTE, "ClusterName", "String", StageId.NODES, StageId.HAND_OVER),
    /** Every group that the nodes belong behind, that of the load balancer inside the VPC included. */
    TARGET_GROUP_ARNS(StageId.EDGE, "TargetGroupArns", "CommaDelimitedList", StageId.NODES),
    /** The public names of the load balancers, in the order of the plan's zones; one where one spans them. */
    LOAD_BALANCER_NAMES(
            StageId.EDGE, "LoadBalancerNames", "CommaDelimitedList", StageId.GATEWAY, StageId.DNS, StageId.HAND_OVER),
    /** In the order of {@link #LOAD_BALANCER_NAMES}. */
    LOAD_BALANCER_ARNS(StageId.EDGE, "LoadBalancerArns", "CommaDelimitedList", StageId.ACCELERATOR),
    /** Route 53's zone of the names of network load balancers in the region, which alias records want. */
    LOAD_BALANCER_ZONE_ID(StageId.EDGE, "LoadBalancerZoneId", "String", StageId.DNS),
    /** The name of the load balancer inside the VPC; only where the plan has a private zone. */
    INTERNAL_LOAD_BALANCER_NAME(StageId.EDGE, "InternalLoadBalancerName", "String", StageId.DNS),
    CERTIFICATE_ARN(StageId.EDGE, "CertificateArn", "String", StageId.HAND_OVER),
    ACCELERATOR_ARN(StageId.ACCELERATOR, "AcceleratorArn", "String", StageId.HAND_OVER),
    ACCELERATOR_NAME(StageId.ACCELERATOR, "AcceleratorName", "String", StageId.DNS, StageId.HAND_OVER),
    /** Id of the CloudFront distribution. */
    GATEWAY_ID(StageId.GATEWAY, "GatewayId", "String", StageId.HAND_OVER),
    GATEWAY_NAME(StageId.GATEWAY, "GatewayName", "String", StageId.DNS, StageId.HAND_OVER),
    WEB_ACL_ARN(StageId.GATEWAY, "WebAclArn", "String", StageId.HAND_OVER),
    /** Id of the private hosted zone; only where the plan has one. */
    PRIVATE_ZONE_ID(StageId.DNS, "PrivateZoneId", "AWS::Route53::HostedZone::Id", StageId.HAND_OVER);

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
