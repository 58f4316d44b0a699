package dev.essha.cloud.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/** What the clients of all services and regions share: who signs in, one pool of connections, the endpoint. */
final class Connection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A connection that is open on this side only is given up after that, and the call repeated. */
    static final Duration READ = Duration.ofSeconds(60);

    private static final int CONNECTIONS = 64;

    private final String version;
    private final Optional<URI> endpoint;
    private final SignIn signIn;
    private final Lazy<SdkHttpClient> http;

    /** @param read how long an answer is waited for */
    Connection(AwsSettings settings, Duration read) {
        this.http = new Lazy<>(() -> connections(read));
        this.version = settings.version();
        this.endpoint = Endpoint.of(settings);
        this.signIn = new SignIn(settings);
    }

    Optional<URI> endpoint() {
        return endpoint;
    }

    /** @param service the service's prefix in IAM actions */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            String service, Region region, B builder) {
        builder.region(region)
                .credentialsProvider(signIn)
                .overrideConfiguration(overrides(service))
                .httpClient(http.get());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Override
    public void close() {
        signIn.close();
        http.ifMade().ifPresent(SdkHttpClient::close);
    }

    private ClientOverrideConfiguration overrides(String service) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "ess-ha-installer/" + version)
                .addExecutionInterceptor(new FailureTranslation(service))
                .build();
    }

    private static SdkHttpClient connections(Duration read) {
        return ApacheHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(read)
                .maxConnections(CONNECTIONS)
                .build();
    }
}
