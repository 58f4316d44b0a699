package dev.essha.cloud.aws;

import dev.essha.plan.RegionName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.endpoints.SsoOidcEndpointProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The two services of IAM Identity Center, in the regions of the centers. Nobody signs their requests: a token is in them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS_ENDPOINT_URL_SSO and others</a>
 */
final class SsoServices implements AutoCloseable {

    private static final String PORTAL = "SSO";
    private static final String OIDC = "SSO_OIDC";

    /** A person waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AwsHome home;
    private final Transport transport;
    private final Map<RegionName, SsoClient> portals = new ConcurrentHashMap<>();
    private final Map<RegionName, SsoOidcClient> oidcs = new ConcurrentHashMap<>();

    SsoServices(AwsHome home, Transport transport) {
        this.home = home;
        this.transport = transport;
    }

    /** Who may work where. */
    SsoClient portal(RegionName region) {
        return portals.computeIfAbsent(region, this::newPortal);
    }

    /** Who somebody is. */
    SsoOidcClient oidc(RegionName region) {
        return oidcs.computeIfAbsent(region, this::newOidc);
    }

    /** Where a browser is sent: the one operation of the service that is not called. */
    URI oidcAddress(RegionName region) {
        return endpoint(OIDC)
                .orElseGet(() -> SsoOidcEndpointProvider.defaultProvider()
                        .resolveEndpoint(where -> where.region(Region.of(region.value()))
                                .useFips(home.says("AWS_USE_FIPS_ENDPOINT"))
                                .useDualStack(home.says("AWS_USE_DUALSTACK_ENDPOINT")))
                        .join()
                        .url());
    }

    @Override
    public void close() {
        portals.values().forEach(SdkAutoCloseable::close);
        oidcs.values().forEach(SdkAutoCloseable::close);
    }

    private SsoClient newPortal(RegionName region) {
        var builder = SsoClient.builder()
                .region(Region.of(region.value()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(overrides())
                .httpClient(transport.http());
        endpoint(PORTAL).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private SsoOidcClient newOidc(RegionName region) {
        return SsoOidcClient.builder()
                .region(Region.of(region.value()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(overrides())
                .httpClient(transport.http())
                .endpointOverride(oidcAddress(region))
                .build();
    }

    private ClientOverrideConfiguration overrides() {
        return transport.overrides().apiCallTimeout(PATIENCE).build();
    }

    private Optional<URI> endpoint(String service) {
        return home.says("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                ? Optional.empty()
                : home.variable("AWS_ENDPOINT_URL_" + service)
                        .or(() -> home.variable("AWS_ENDPOINT_URL"))
                        .map(URI::create);
    }
}
