package dev.essha.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where AWS's price list has what deployments are billed for. An instance's price covers its standby, a cluster's its three
 * members; so does the price of their storage.
 *
 * @see <a href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html">
 *     Reading a price list</a>
 */
final class Listings {

    private static final String REGION = "regionCode";
    private static final String FROM_REGION = "fromRegionCode";
    private static final String EC2 = "AmazonEC2";
    private static final String VPC = "AmazonVPC";
    private static final String RDS = "AmazonRDS";
    private static final String S3 = "AmazonS3";
    private static final String CLOUDFRONT = "AmazonCloudFront";
    private static final String ROUTE53 = "AmazonRoute53";
    private static final String CLOUDWATCH = "AmazonCloudWatch";
    private static final String ELB = "AWSELB";
    private static final String MSK = "AmazonMSK";
    private static final String WAF = "awswaf";
    private static final String FAMILY = "productFamily";
    private static final String PAIR = "Multi-AZ";
    private static final String CLUSTER = "Multi-AZ (readable standbys)";

    private Listings() {}

    /** Empty for what the list has no single price for, or none that can be told from others. */
    static Optional<Listing> of(Product product) {
        String v = product.variant();
        return switch (product.kind()) {
            case NAT_GATEWAY -> nat("NatGateway-Hours");
            case NAT_GATEWAY_DATA -> nat("NatGateway-Bytes");
            case REGIONAL_NAT_GATEWAY -> nat("RegionalNatGateway-Hours");
            case REGIONAL_NAT_GATEWAY_DATA -> nat("RegionalNatGateway-Bytes");
            case PUBLIC_ADDRESS -> regional(VPC, Map.of(), "PublicIPv4:InUseAddress");
            case INTERFACE_ENDPOINT -> regional(VPC, Map.of(FAMILY, "VpcEndpoint"), "VpcEndpoint-Hours");
            case INTERFACE_ENDPOINT_DATA -> regional(VPC, Map.of(FAMILY, "VpcEndpoint"), "VpcEndpoint-Bytes");
            case TRANSFER_OUT -> transfer("AWS Outbound", "DataTransfer-Out-Bytes");
            case TRANSFER_BETWEEN_ZONES -> transfer("IntraRegion", "DataTransfer-Regional-Bytes");
            case KEY -> regional("awskms", Map.of(), "KMS-Keys");
            case KEY_REQUESTS -> regional("awskms", Map.of(), "KMS-Requests");
            case SECRET ->
                regional("AWSSecretsManager", Map.of(), "AWSSecretsManager-Secrets", "AWSSecretsManager-Secret");
            case SECRET_REQUESTS ->
                regional("AWSSecretsManager", Map.of(), "AWSSecretsManagerAPIRequest", "AWSSecretsManager-APIRequests");
            case IMAGE_STORAGE -> regional("AmazonECR", Map.of(), "TimedStorage-ByteHrs");
            case OBJECT_STORAGE ->
                regional(S3, Map.of(FAMILY, "Storage", "volumeType", "Standard"), "TimedStorage-ByteHrs");
            case OBJECT_STORAGE_SELDOM -> regional(S3, Map.of(FAMILY, "Storage"), "TimedStorage-INT-IA-ByteHrs");
            case OBJECT_TIERING -> regional(S3, Map.of(), "Monitoring-Automation-INT");
            case OBJECT_TRANSITIONS -> regional(S3, Map.of(FAMILY, "API Request"), "Requests-INT-Tier1");
            case OBJECT_WRITES -> regional(S3, Map.of(FAMILY, "API Request"), "Requests-Tier1");
            case OBJECT_READS -> regional(S3, Map.of(FAMILY, "API Request"), "Requests-Tier2");
            case DATABASE_PAIR -> server(PAIR, v, "Multi-AZUsage:" + v);
            case DATABASE_CLUSTER -> server(CLUSTER, v, "Multi-AZClusterUsage:" + v);
            case DATABASE_PAIR_STORAGE -> disk(PAIR);
            case DATABASE_CLUSTER_STORAGE -> disk(CLUSTER);
            case DATABASE_BACKUP -> regional(RDS, Map.of(FAMILY, "Storage Snapshot"), "RDS:ChargedBackupUsage");
            case DATABASE_BURST ->
                regional(
                        RDS,
                        Map.of(FAMILY, "CPU Credits", "databaseEngine", "PostgreSQL"),
                        "CPUCredits:db." + v,
                        "RDS:CPUCredits:db." + v);
            case BROKER -> regional(MSK, Map.of(), v);
            case BROKER_STORAGE -> regional(MSK, Map.of(), "Kafka.Storage.GP2");
            case KUBERNETES -> regional("AmazonEKS", Map.of(), "AmazonEKS-Hours:perCluster");
            case KUBERNETES_EXTENDED -> regional("AmazonEKS", Map.of(), "AmazonEKS-Hours:extendedSupport");
            case NODE -> node(v);
            case NODE_DISK -> regional(EC2, Map.of(FAMILY, "Storage", "volumeApiName", "gp3"), "EBS:VolumeUsage.gp3");
            case NODE_BURST ->
                regional(EC2, Map.of(FAMILY, "CPU Credits", "operatingSystem", "Linux"), "CPUCredits:" + v);
            case LOAD_BALANCER -> regional(ELB, Map.of(FAMILY, "Load Balancer-Network"), "LoadBalancerUsage");
            case LOAD_BALANCER_WORK -> regional(ELB, Map.of(FAMILY, "Load Balancer-Network"), "LCUUsage");
            case WEB_ACL -> everywhere(WAF, "WebACLV2");
            case WEB_ACL_RULE -> everywhere(WAF, "RuleV2");
            case WEB_ACL_REQUESTS -> everywhere(WAF, "RequestV2-Tier1");
            case GATEWAY_REQUESTS -> gateway(v, "Requests-Tier2-HTTPS");
            case GATEWAY_TRANSFER -> gateway(v, "DataTransfer-Out-Bytes");
            case GATEWAY_UPLOAD -> gateway(v, "DataTransfer-Out-OBytes");
            case HOSTED_ZONE -> everywhere(ROUTE53, "HostedZone");
            case HEALTH_CHECK -> everywhere(ROUTE53, "Health-Check-AWS");
            case HEALTH_CHECK_OPTION -> everywhere(ROUTE53, "Health-Check-Option-AWS");
            case DNS_QUERIES -> everywhere(ROUTE53, "DNS-Queries");
            case LOG_INTAKE -> regional(CLOUDWATCH, Map.of(), "DataProcessing-Bytes");
            case VENDED_LOG_INTAKE -> regional(CLOUDWATCH, Map.of(), "VendedLog-Bytes");
            case LOG_STORAGE -> regional(CLOUDWATCH, Map.of(), "TimedStorage-ByteHrs");
            case METRIC -> regional(CLOUDWATCH, Map.of(), "CW:MetricMonitorUsage");
            case ACCELERATOR, ACCELERATOR_TRANSFER -> Optional.empty();
        };
    }

    private static Optional<Listing> regional(String service, Map<String, String> attributes, String... usages) {
        return Optional.of(new Listing(service, REGION, attributes, List.of(usages)));
    }

    private static Optional<Listing> everywhere(String service, String usage) {
        return Optional.of(new Listing(service, "", Map.of("usagetype", usage), List.of(usage)));
    }

    private static Optional<Listing> gateway(String area, String usage) {
        return Area.usagePrefix(area).flatMap(prefix -> everywhere(CLOUDFRONT, prefix + "-" + usage));
    }

    private static Optional<Listing> nat(String usage) {
        return regional(EC2, Map.of(FAMILY, "NAT Gateway"), usage);
    }

    private static Optional<Listing> transfer(String type, String usage) {
        return Optional.of(new Listing("AWSDataTransfer", FROM_REGION, Map.of("transferType", type), List.of(usage)));
    }

    private static Optional<Listing> server(String deployment, String type, String usage) {
        Map<String, String> attributes = Map.of(
                FAMILY,
                "Database Instance",
                "databaseEngine",
                "PostgreSQL",
                "deploymentOption",
                deployment,
                "instanceType",
                type);
        return regional(RDS, attributes, usage);
    }

    private static Optional<Listing> disk(String deployment) {
        Map<String, String> attributes = Map.of(
                FAMILY,
                "Database Storage",
                "databaseEngine",
                "PostgreSQL",
                "deploymentOption",
                deployment,
                "volumeType",
                "General Purpose-GP3");
        return regional(RDS, attributes);
    }

    private static Optional<Listing> node(String type) {
        Map<String, String> attributes = Map.of(
                "instanceType",
                type,
                "operatingSystem",
                "Linux",
                "tenancy",
                "Shared",
                "preInstalledSw",
                "NA",
                "capacitystatus",
                "Used");
        return regional(EC2, attributes, "BoxUsage:" + type);
    }
}
