package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Secret;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person who is signed in to an Identity Center may choose from, and how long. */
class CentersOnTheWireTest {

    private static final IdentityCenter CENTER = SsoServer.center();
    private static final AccountId ACCOUNT = new AccountId(SsoServer.ACCOUNT);

    @TempDir
    Path home;

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private SsoServer server;
    private AwsSignIns signIns;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        signIns = AwsSignIns.of(new AwsHome(home, server.variables()), () -> now, pause -> now = now.plus(pause));
    }

    @AfterEach
    void stop() {
        signIns.close();
        server.close();
    }

    @Test
    void accountsOfAllPagesComeByName() {
        server.accounts = 5;
        signIn();

        assertThat(signIns.accounts(CENTER))
                .hasSize(5)
                .startsWith(
                        new CenterAccount(new AccountId("000000000001"), "account 1", "aws+1@example.com"),
                        new CenterAccount(new AccountId("000000000002"), "account 2", "aws+2@example.com"));
        assertThat(server.times("accounts")).isEqualTo(3);
    }

    @Test
    void rolesOfAllPagesComeByName() {
        signIn();

        assertThat(signIns.roles(CENTER, ACCOUNT)).containsExactly("Admin", "billing", "ReadOnly");
        assertThat(server.times("roles")).isEqualTo(3);
    }

    @Test
    void nobodySignedInIsToldHowTo() {
        CloudFailure failure = failureOf(() -> signIns.accounts(CENTER));
        assertThat(failure).isInstanceOf(CloudFailure.NotSignedIn.class);
        assertThat(failure.call()).isEqualTo("sso-oauth:CreateToken");
        assertThat(failure.message())
                .isEqualTo("Nobody is signed in to the Identity Center corp, or the session has ended; sign in again"
                        + " (aws sso login --sso-session corp)");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aTokenThatEndedIsRenewedWithoutAsking() {
        signIn();
        now = now.plus(Duration.ofHours(5));

        assertThat(signIns.session(CENTER)).contains(new CenterSession(now.minus(Duration.ofHours(4)), true));
        assertThat(signIns.accounts(CENTER)).hasSize(3);
        assertThat(signIns.session(CENTER)).contains(new CenterSession(now.plus(Duration.ofHours(1)), true));
    }

    @Test
    void aSessionThatTheCenterEndedAsksForANewSignIn() {
        signIn();
        server.endSessions();

        assertThat(failureOf(() -> signIns.accounts(CENTER))).isInstanceOf(CloudFailure.NotSignedIn.class);
        signIn();
        assertThat(signIns.accounts(CENTER)).hasSize(3);
    }

    @Test
    void aTokenThatCannotBeRenewedEnds() {
        server.refreshable = false;
        signIn();
        assertThat(signIns.session(CENTER)).contains(new CenterSession(now.plus(Duration.ofHours(1)), false));
        now = now.plus(Duration.ofHours(1));

        assertThat(signIns.session(CENTER)).isEmpty();
        assertThat(failureOf(() -> signIns.accounts(CENTER))).isInstanceOf(CloudFailure.NotSignedIn.class);
    }

    @Test
    void aTokenThatLivesIsUsedWhileItCannotBeRenewed() {
        signIn();
        server.forgetClients();
        now = now.plus(Duration.ofMinutes(57));

        assertThat(signIns.accounts(CENTER)).hasSize(3);
        assertThat(server.times("token refresh_token")).isEqualTo(1);
    }

    @Test
    void aClientThatHasEndedRenewsNothing() {
        signIn();
        now = now.plus(Duration.ofDays(91));

        assertThat(signIns.session(CENTER)).isEmpty();
        assertThat(failureOf(() -> signIns.roles(CENTER, ACCOUNT))).isInstanceOf(CloudFailure.NotSignedIn.class);
        assertThat(server.times("token refresh_token")).isZero();
    }

    @Test
    void aTokenThatAnAwsToolRenewedFasterIsUsed() throws IOException {
        signIn();
        SsoCache cache = new SsoCache(new AwsHome(home, server.variables()));
        SsoToken ours = cache.token(CENTER).orElseThrow();
        signIn();
        SsoToken theirs = cache.token(CENTER).orElseThrow();
        CenterTokens tokens = new CenterTokens(
                cache,
                new SsoServices(
                        new AwsHome(home, server.variables()),
                        new Transport(new AwsHome(home, server.variables()), "default", "test", Connection.READ)),
                () -> now);

        assertThat(tokens.insteadOf(CENTER, ours).accessToken()).isEqualTo(theirs.accessToken());
        assertThat(server.times("token refresh_token")).isZero();
    }

    @Test
    void signingOutEndsTheSessionHereAndThere() {
        signIn();

        signIns.signOut(CENTER);

        assertThat(server.times("logout")).isEqualTo(1);
        assertThat(signIns.session(CENTER)).isEmpty();
        assertThat(failureOf(() -> signIns.accounts(CENTER))).isInstanceOf(CloudFailure.NotSignedIn.class);
        signIns.signOut(CENTER);
        assertThat(server.times("logout")).isEqualTo(1);
    }

    @Test
    void aSessionThatHasEndedThereIsSignedOutHere() {
        signIn();
        server.endSessions();

        signIns.signOut(CENTER);

        assertThat(signIns.session(CENTER)).isEmpty();
    }

    @Test
    void aServiceThatCannotBeToldLeavesNoTokenHere() {
        signIn();
        server.close();

        assertThat(failureOf(() -> signIns.signOut(CENTER))).isInstanceOf(CloudFailure.Unavailable.class);
        assertThat(signIns.session(CENTER)).isEmpty();
    }

    @Test
    void theProxyOfTheJvmIsUsed() {
        signIn();
        AwsHome behindProxy = new AwsHome(home, Map.of("AWS_ENDPOINT_URL_SSO", "http://portal.sso.invalid"));
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", Integer.toString(server.endpoint().getPort()));
        try (AwsSignIns proxied = AwsSignIns.of(behindProxy, "test")) {
            assertThat(proxied.accounts(CENTER)).hasSize(3);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @Test
    void twoCentersHaveTwoSessions() throws IOException {
        signIn();
        IdentityCenter other = new IdentityCenter(Optional.of("other"), CENTER.startUrl(), CENTER.region(), List.of());

        assertThat(signIns.session(other)).isEmpty();
        new SsoCache(new AwsHome(home, server.variables()))
                .keep(other, new SsoToken(new Secret("x"), now.plusSeconds(60), Optional.empty()));
        assertThat(signIns.session(other)).contains(new CenterSession(now.plusSeconds(60), false));
    }

    private void signIn() {
        signIns.signIn(CENTER, SignIns.Way.DEVICE_CODE, _ -> {});
    }

    private static CloudFailure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }
}
