package dev.essha.cloud.aws;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** How clients reach services: one pool of connections, through the proxies that JVM and environment name. */
final class Transport implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 64;

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

    /** What every client is told; its further settings come from the given home's files, never from others. */
    ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .defaultProfileFileSupplier(ProfileFiles.read(home)::merged)
                .defaultProfileName(profile)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "ess-ha-installer/" + version);
    }

    @Override
    public void close() {
        http.ifMade().ifPresent(SdkHttpClient::close);
    }

    private static SdkHttpClient connections(Duration read) {
        return ApacheHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(read)
                .maxConnections(CONNECTIONS)
                .build();
    }
}
