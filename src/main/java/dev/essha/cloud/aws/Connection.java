package dev.essha.cloud.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** What the clients of all services and regions share: who signs in, one pool of connections, the endpoint. */
final class Connection implements AutoCloseable {

    private static final Runnable NOTHING = () -> {};
    /** A connection that is open on this side only is given up after that, and the call repeated. */
    static final Duration READ = Duration.ofSeconds(60);

    private final Region region;
    private final Optional<URI> endpoint;
    private final Transport transport;
    private final SsoServices centers;
    private final SignIn signIn;

    /** @param read how long an answer is waited for */
    Connection(AwsSettings settings, Duration read) {
        AwsHome home = settings.home();
        InstantSource clock = InstantSource.system();
        this.region = Region.of(settings.region().value());
        this.endpoint = Endpoint.of(settings);
        this.transport = new Transport(home, settings.profile(), settings.version(), read);
        this.centers = new SsoServices(home, transport);
        SsoCache cache = new SsoCache(home);
        CenterTokens tokens = new CenterTokens(cache, centers, clock);
        AssumedRoles roles = new AssumedRoles(this::sts);
        CredentialSources sources = new CredentialSources(home, new CenterPortal(tokens, cache, centers), roles);
        this.signIn = new SignIn(settings.login(), sources, roles, tokens, clock);
    }

    Optional<URI> endpoint() {
        return endpoint;
    }

    PlainHttp plain() {
        return transport.plain();
    }

    SignIn signIn() {
        return signIn;
    }

    /** @param service the service's prefix in IAM actions */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            String service, Region where, B builder) {
        return client(new FailureTranslation(service, signIn::refused), where, signIn, builder);
    }

    @Override
    public void close() {
        centers.close();
        transport.close();
    }

    /** The service that signing in itself asks. */
    private StsClient sts(AwsCredentialsProvider as) {
        return client(new FailureTranslation("sts", NOTHING), region, as, StsClient.builder());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            FailureTranslation translation, Region where, AwsCredentialsProvider as, B builder) {
        builder.region(where)
                .credentialsProvider(as)
                .overrideConfiguration(transport
                        .overrides()
                        .addExecutionInterceptor(translation)
                        .build())
                .httpClient(transport.http());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
