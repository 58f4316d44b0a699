package dev.essha.cloud.aws;

import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Secret;
import dev.essha.cloud.signin.SignIns;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;

/**
 * Makes this program known to Identity Centers. That holds for months, so it is kept where the AWS CLI keeps its own, and
 * shared with it. The two ways to sign in want different registrations, and there is room for one.
 */
final class ClientRegistrations {

    /** The port is chosen anew each time; the service allows any. */
    static final String RETURN_ADDRESS = "http://127.0.0.1/oauth/callback";

    static final String AUTHORIZATION_CODE = "authorization_code";

    /** What it takes to ask for accounts, roles and credentials, and to get a token that can be renewed. */
    static final List<String> USUAL_SCOPES = List.of("sso:account:access");

    private static final String PUBLIC = "public";
    private static final String NAME = "ess-ha-installer";

    /** As the AWS CLI does it: a registration must not end while a person signs in. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private final SsoCache cache;
    private final SsoServices services;
    private final InstantSource clock;

    ClientRegistrations(SsoCache cache, SsoServices services, InstantSource clock) {
        this.cache = cache;
        this.services = services;
        this.clock = clock;
    }

    SsoClientRegistration of(IdentityCenter center, SignIns.Way way) {
        return cache.registration(center)
                .filter(kept -> kept.end().isAfter(clock.instant().plus(EARLY)))
                .filter(kept -> fits(kept, way))
                .orElseGet(() -> register(center, way));
    }

    /** Whoever is not known any more registers anew next time. */
    void forget(IdentityCenter center) {
        quietly(() -> cache.forgetRegistration(center));
    }

    private SsoClientRegistration register(IdentityCenter center, SignIns.Way way) {
        List<String> scopes = center.scopes().isEmpty() ? USUAL_SCOPES : center.scopes();
        List<String> grants = grants(way);
        RegisterClientResponse answer =
                services.oidc(center.region()).registerClient(request(center, way, scopes, grants));
        SsoClientRegistration client = new SsoClientRegistration(
                answer.clientId(),
                new Secret(answer.clientSecret()),
                Instant.ofEpochSecond(answer.clientSecretExpiresAt()),
                scopes,
                grants);
        quietly(() -> cache.keep(center, client));
        return client;
    }

    private static Consumer<RegisterClientRequest.Builder> request(
            IdentityCenter center, SignIns.Way way, List<String> scopes, List<String> grants) {
        return request -> {
            request.clientName(NAME).clientType(PUBLIC).scopes(scopes);
            if (way == SignIns.Way.BROWSER) {
                request.grantTypes(grants)
                        .redirectUris(RETURN_ADDRESS)
                        .issuerUrl(center.startUrl().value());
            }
        };
    }

    private static boolean fits(SsoClientRegistration client, SignIns.Way way) {
        return client.grants().contains(AUTHORIZATION_CODE) == (way == SignIns.Way.BROWSER);
    }

    /** The AWS CLI names none for the device flow. */
    private static List<String> grants(SignIns.Way way) {
        return way == SignIns.Way.BROWSER ? List.of(AUTHORIZATION_CODE, "refresh_token") : List.of();
    }

    /** A registration that is not kept is made again next time. */
    private static void quietly(Disk work) {
        try {
            work.run();
        } catch (IOException e) {
            System.getLogger(ClientRegistrations.class.getName())
                    .log(System.Logger.Level.WARNING, "registration not kept", e);
        }
    }

    @FunctionalInterface
    private interface Disk {

        void run() throws IOException;
    }
}
