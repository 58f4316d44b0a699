package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import java.util.Set;

/**
 * Which resources an output tells of: another resource of the type makes the output another one. What takes the output
 * follows then, which no change set can say before.
 */
final class Carrier {

    private Carrier() {}

    static boolean moves(Output output, PlannedChange change) {
        return types(output).contains(change.change().type())
                && switch (change.effect()) {
                    case CHANGED, INTERRUPTED -> false;
                    case ADDED, REMOVED -> isList(output);
                    case MAYBE_REPLACED, REPLACED -> true;
                };
    }

    private static boolean isList(Output output) {
        return output.parameterType().contains("List");
    }

    private static Set<String> types(Output output) {
        return switch (output) {
            case VPC_ID -> Set.of(ResourceKind.VPC);
            case PUBLIC_SUBNET_IDS, PRIVATE_SUBNET_IDS -> Set.of(ResourceKind.SUBNET);
            case LOAD_BALANCER_SECURITY_GROUP,
                    INTERNAL_SECURITY_GROUP,
                    NODE_SECURITY_GROUP,
                    DATABASE_SECURITY_GROUP,
                    KAFKA_SECURITY_GROUP -> Set.of("AWS::EC2::SecurityGroup");
            case KEY_ARN -> Set.of(ResourceKind.KEY);
            case DATABASE_SECRET_ARNS, KAFKA_SECRET_ARN -> Set.of(ResourceKind.SECRET);
            case REPOSITORY_URIS -> Set.of(ResourceKind.REPOSITORY);
            case BUCKET_NAME -> Set.of(ResourceKind.BUCKET);
            case DATABASE_ENDPOINTS, DATABASE_READER_ENDPOINTS, DATABASE_PORT, DATABASE_MASTER_SECRET_ARNS ->
                Set.of(ResourceKind.DATABASE, ResourceKind.DATABASE_CLUSTER);
            case KAFKA_CLUSTER_ARN -> Set.of(ResourceKind.KAFKA);
            case CLUSTER_NAME -> Set.of("AWS::EKS::Cluster");
            case TARGET_GROUP_ARNS -> Set.of(ResourceKind.TARGET_GROUP);
            case LOAD_BALANCER_NAMES, LOAD_BALANCER_ARNS, LOAD_BALANCER_ZONE_ID, INTERNAL_LOAD_BALANCER_NAME ->
                Set.of(ResourceKind.LOAD_BALANCER);
            case CERTIFICATE_ARN -> Set.of("AWS::CertificateManager::Certificate");
            case ACCELERATOR_ARN, ACCELERATOR_NAME -> Set.of("AWS::GlobalAccelerator::Accelerator");
            case GATEWAY_ID, GATEWAY_NAME -> Set.of("AWS::CloudFront::Distribution");
            case WEB_ACL_ARN -> Set.of("AWS::WAFv2::WebACL");
            case PRIVATE_ZONE_ID -> Set.of("AWS::Route53::HostedZone");
        };
    }
}
