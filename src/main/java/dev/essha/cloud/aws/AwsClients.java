package dev.essha.cloud.aws;

import dev.essha.plan.RegionName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One client per service, made at its first use, and the same for other regions. */
final class AwsClients implements AutoCloseable {

    private final RegionName region;
    private final Connection connection;
    private final Map<RegionName, AwsClients> elsewhere = new ConcurrentHashMap<>();
    private final List<Lazy<? extends SdkAutoCloseable>> made = new ArrayList<>();

    private final Lazy<AcmClient> acm = client("acm", AcmClient::builder);
    private final Lazy<AutoScalingClient> autoScaling = client("autoscaling", AutoScalingClient::builder);
    private final Lazy<CloudFormationClient> cloudFormation = client("cloudformation", CloudFormationClient::builder);
    private final Lazy<CloudFrontClient> cloudFront = client("cloudfront", CloudFrontClient::builder);
    private final Lazy<Ec2Client> ec2 = client("ec2", Ec2Client::builder);
    private final Lazy<EcrClient> ecr = client("ecr", EcrClient::builder);
    private final Lazy<EksClient> eks = client("eks", EksClient::builder);
    private final Lazy<ElasticLoadBalancingV2Client> loadBalancing =
            client("elasticloadbalancing", ElasticLoadBalancingV2Client::builder);
    private final Lazy<GlobalAcceleratorClient> accelerator =
            client("globalaccelerator", GlobalAcceleratorClient::builder);
    private final Lazy<IamClient> iam = client("iam", IamClient::builder);
    private final Lazy<KafkaClient> kafka = client("kafka", KafkaClient::builder);
    private final Lazy<KmsClient> kms = client("kms", KmsClient::builder);
    private final Lazy<CloudWatchLogsClient> logs = client("logs", CloudWatchLogsClient::builder);
    private final Lazy<ServiceQuotasClient> quotas = client("servicequotas", ServiceQuotasClient::builder);
    private final Lazy<PricingClient> pricing = client("pricing", PricingClient::builder);
    private final Lazy<RdsClient> rds = client("rds", RdsClient::builder);
    private final Lazy<Route53Client> route53 = client("route53", Route53Client::builder);
    // The names of virtual-hosted buckets do not resolve at an endpoint of one's own.
    private final Lazy<S3Client> s3 =
            client("s3", () -> S3Client.builder().forcePathStyle(endpoint().isPresent()));
    private final Lazy<SecretsManagerClient> secrets = client("secretsmanager", SecretsManagerClient::builder);
    private final Lazy<StsClient> sts = client("sts", StsClient::builder);
    private final Lazy<ResourceGroupsTaggingApiClient> tags = client("tag", ResourceGroupsTaggingApiClient::builder);
    private final Lazy<Wafv2Client> waf = client("wafv2", Wafv2Client::builder);

    AwsClients(AwsSettings settings) {
        this(settings, Connection.READ);
    }

    /** @param read how long an answer is waited for */
    AwsClients(AwsSettings settings, Duration read) {
        this(settings.region(), new Connection(settings, read));
    }

    private AwsClients(RegionName region, Connection connection) {
        this.region = region;
        this.connection = connection;
    }

    Optional<URI> endpoint() {
        return connection.endpoint();
    }

    PlainHttp plain() {
        return connection.plain();
    }

    SignIn signIn() {
        return connection.signIn();
    }

    RegionName region() {
        return region;
    }

    /** The clients of a region; always the same ones for the same region. */
    AwsClients in(RegionName other) {
        return other.equals(region) ? this : elsewhere.computeIfAbsent(other, r -> new AwsClients(r, connection));
    }

    /** The clients of the region that an ARN names; these ones where it names none. */
    AwsClients where(String arn) {
        String named = arn.split(":", 5)[3];
        return named.isEmpty() ? this : in(new RegionName(named));
    }

    AcmClient acm() {
        return acm.get();
    }

    AutoScalingClient autoScaling() {
        return autoScaling.get();
    }

    CloudFormationClient cloudFormation() {
        return cloudFormation.get();
    }

    CloudFrontClient cloudFront() {
        return cloudFront.get();
    }

    Ec2Client ec2() {
        return ec2.get();
    }

    EcrClient ecr() {
        return ecr.get();
    }

    EksClient eks() {
        return eks.get();
    }

    ElasticLoadBalancingV2Client loadBalancing() {
        return loadBalancing.get();
    }

    GlobalAcceleratorClient accelerator() {
        return accelerator.get();
    }

    IamClient iam() {
        return iam.get();
    }

    KafkaClient kafka() {
        return kafka.get();
    }

    KmsClient kms() {
        return kms.get();
    }

    CloudWatchLogsClient logs() {
        return logs.get();
    }

    ServiceQuotasClient quotas() {
        return quotas.get();
    }

    PricingClient pricing() {
        return pricing.get();
    }

    RdsClient rds() {
        return rds.get();
    }

    Route53Client route53() {
        return route53.get();
    }

    S3Client s3() {
        return s3.get();
    }

    SecretsManagerClient secrets() {
        return secrets.get();
    }

    StsClient sts() {
        return sts.get();
    }

    ResourceGroupsTaggingApiClient tags() {
        return tags.get();
    }

    Wafv2Client waf() {
        return waf.get();
    }

    @Override
    public void close() {
        elsewhere.values().forEach(AwsClients::closeClients);
        closeClients();
        connection.close();
    }

    private void closeClients() {
        made.forEach(client -> client.ifMade().ifPresent(SdkAutoCloseable::close));
    }

    /** @param service the service's prefix in IAM actions */
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkAutoCloseable> Lazy<C> client(
            String service, Supplier<B> builder) {
        Lazy<C> lazy = new Lazy<>(() -> connection.client(service, Region.of(region.value()), builder.get()));
        made.add(lazy);
        return lazy;
    }
}
