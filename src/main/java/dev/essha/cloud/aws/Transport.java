package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.connect.BadSetting;
import dev.essha.connect.Proxies;
import dev.essha.connect.Trust;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * How clients reach services: one pool of connections, through the proxies that JVM and environment name, to whoever has a
 * certificate that Java trusts, or the bundle that environment or profile name.
 */
final class Transport implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 64;
    private static final String BUNDLE = "AWS_CA_BUNDLE";
    private static final String BUNDLE_OF_PROFILE = "ca_bundle";

    private final AwsHome home;
    private final String profile;
    private final String version;
    private final Lazy<SdkHttpClient> http;

    /**
     * @param profile whose further settings count
     * @param version of this program, for the user agent
     * @param read how long an answer is waited for
     */
    Transport(AwsHome home, String profile, String version, Duration read) {
        this.home = home;
        this.profile = profile;
        this.version = version;
        this.http = new Lazy<>(() -> connections(read));
    }

    SdkHttpClient http() {
        return http.get();
    }

    /** For what the SDK has no client of. */
    PlainHttp plain() {
        return new PlainHttp(http(), userAgent());
    }

    /** What every client is told; its further settings come from the given home's files, never from others. */
    ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .defaultProfileFileSupplier(ProfileFiles.read(home)::merged)
                .defaultProfileName(profile)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent());
    }

    private String userAgent() {
        return "ess-ha-installer/" + version;
    }

    @Override
    public void close() {
        http.ifMade().ifPresent(SdkHttpClient::close);
    }

    private SdkHttpClient connections(Duration read) {
        Proxies proxies = Proxies.of(home.environment());
        ProxyRoutes routes = new ProxyRoutes(proxies);
        Optional<Trust> trust = trust();
        try {
            ApacheHttpClient.Builder builder = ApacheHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(read)
                    .maxConnections(CONNECTIONS)
                    .proxyConfiguration(ProxyConfiguration.builder()
                            .useSystemPropertyValues(false)
                            .useEnvironmentVariableValues(false)
                            .build())
                    .httpRoutePlanner(routes)
                    .credentialsProvider(routes.credentials());
            trust.map(Trust::managers).ifPresent(managers -> builder.tlsTrustManagersProvider(() -> managers));
            return new ToldHttp(builder.build(), proxies, trust);
        } catch (BadSetting e) {
            throw new CloudException(AwsFailures.of("connect", e), e);
        }
    }

    private Optional<Trust> trust() {
        return home.variable(BUNDLE)
                .map(file -> new Trust(home.expanded(file), BUNDLE))
                .or(() -> ProfileFiles.read(home)
                        .profile(profile)
                        .flatMap(p -> p.property(BUNDLE_OF_PROFILE))
                        .map(file -> new Trust(
                                home.expanded(file), "[profile %s] %s".formatted(profile, BUNDLE_OF_PROFILE))));
    }
}
