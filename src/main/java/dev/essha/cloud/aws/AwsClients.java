package dev.essha.cloud.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One client per service, made at its first use; one pool of connections for all of them. */
final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 64;

    private final AwsSettings settings;
    private final Optional<URI> endpoint;
    private final SignIn signIn;
    private final Lazy<SdkHttpClient> http = new Lazy<>(AwsClients::connections);
    private final List<Lazy<? extends SdkAutoCloseable>> made = new ArrayList<>();

    private final Lazy<AcmClient> acm = client("acm", AcmClient::builder);
    private final Lazy<AutoScalingClient> autoScaling = client("autoscaling", AutoScalingClient::builder);
    private final Lazy<CloudFormationClient> cloudFormation = client("cloudformation", CloudFormationClient::builder);
    private final Lazy<Ec2Client> ec2 = client("ec2", Ec2Client::builder);
    private final Lazy<EcrClient> ecr = client("ecr", EcrClient::builder);
    private final Lazy<EksClient> eks = client("eks", EksClient::builder);
    private final Lazy<ElasticLoadBalancingV2Client> loadBalancing =
            client("elasticloadbalancing", ElasticLoadBalancingV2Client::builder);
    private final Lazy<IamClient> iam = client("iam", IamClient::builder);
    private final Lazy<KafkaClient> kafka = client("kafka", KafkaClient::builder);
    private final Lazy<KmsClient> kms = client("kms", KmsClient::builder);
    private final Lazy<ServiceQuotasClient> quotas = client("servicequotas", ServiceQuotasClient::builder);
    private final Lazy<RdsClient> rds = client("rds", RdsClient::builder);
    private final Lazy<Route53Client> route53 = client("route53", Route53Client::builder);
    // The names of virtual-hosted buckets do not resolve at an endpoint of one's own.
    private final Lazy<S3Client> s3 =
            client("s3", () -> S3Client.builder().forcePathStyle(endpoint().isPresent()));
    private final Lazy<SecretsManagerClient> secrets = client("secretsmanager", SecretsManagerClient::builder);
    private final Lazy<StsClient> sts = client("sts", StsClient::builder);
    private final Lazy<ResourceGroupsTaggingApiClient> tags = client("tag", ResourceGroupsTaggingApiClient::builder);

    AwsClients(AwsSettings settings) {
        this.settings = settings;
        this.endpoint = Endpoint.of(settings);
        this.signIn = new SignIn(settings);
    }

    Optional<URI> endpoint() {
        return endpoint;
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

    IamClient iam() {
        return iam.get();
    }

    KafkaClient kafka() {
        return kafka.get();
    }

    KmsClient kms() {
        return kms.get();
    }

    ServiceQuotasClient quotas() {
        return quotas.get();
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

    @Override
    public void close() {
        made.forEach(client -> client.ifMade().ifPresent(SdkAutoCloseable::close));
        signIn.close();
        http.ifMade().ifPresent(SdkHttpClient::close);
    }

    /** @param service the service's prefix in IAM actions */
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkAutoCloseable> Lazy<C> client(
            String service, Supplier<B> builder) {
        Lazy<C> lazy = new Lazy<>(() -> configured(service, builder.get()).build());
        made.add(lazy);
        return lazy;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkAutoCloseable> B configured(
            String service, B builder) {
        builder.region(Region.of(settings.region().value()))
                .credentialsProvider(signIn)
                .overrideConfiguration(overrides(service))
                .httpClient(http.get());
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }

    private ClientOverrideConfiguration overrides(String service) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "ess-ha-installer/" + settings.version())
                .addExecutionInterceptor(new FailureTranslation(service))
                .build();
    }

    private static SdkHttpClient connections() {
        return ApacheHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .maxConnections(CONNECTIONS)
                .build();
    }
}
