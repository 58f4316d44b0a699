package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The device flow against a server that answers like the service. */
class SignInByDeviceTest {

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Prompt.Asked> shown = new ArrayList<>();
    private Instant now = Instant.now();
    private SsoServer server;
    private AwsSignIns signIns;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        signIns = open(server.variables());
    }

    @AfterEach
    void stop() {
        signIns.close();
        server.close();
    }

    @Test
    void aPersonWhoAllowsIsSignedIn() throws IOException {
        Outcome outcome = signIn(center());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.session().until()).isEqualTo(now.plus(Duration.ofHours(1)));
            assertThat(done.session().renewed()).isTrue();
        });
        assertThat(signIns.session(center()))
                .hasValueSatisfying(s -> assertThat(s.renewed()).isTrue());
        assertThat(signIns.accounts(center())).hasSize(3);
        assertThat(server.lastRegistration.path("scopes"))
                .isEqualTo(new JsonMapper().readTree("[\"sso:account:access\"]"));
    }

    @Test
    void thePersonIsShownThePageTheCodeAndItsEnd() {
        Instant asked = now;

        signIn(center());

        assertThat(shown)
                .containsExactly(new Prompt.Asked.Device(
                        URI.create("https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH"),
                        URI.create("https://device.sso.eu-central-1.amazonaws.com/"),
                        "ABCD-EFGH",
                        asked.plusSeconds(600)));
    }

    @Test
    void oneWaitsAsLongAsTheServiceSaysAndLongerWhenItSaysSo() {
        server.person.clear();
        server.person.addAll(List.of("waits", "hurries", "waits", "hurries", "allows"));

        assertThat(signIn(center())).isInstanceOf(Outcome.Done.class);
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 1L, 6L, 6L, 11L);
    }

    @Test
    void aLineThatBreaksIsTriedAgain() {
        server.person.clear();
        server.person.addAll(List.of("waits", "hangs up", "hangs up", "hangs up", "allows"));

        assertThat(signIn(center())).isInstanceOf(Outcome.Done.class);
        assertThat(pauses).hasSizeGreaterThan(2);
    }

    @Test
    void aPersonWhoDeniesIsNotSignedIn() {
        server.person.set(0, "denies");

        assertThat(signIn(center())).isEqualTo(new Outcome.NotDone(Outcome.Reason.DENIED, Phrase.of("outcome.denied")));
        assertThat(signIns.session(center())).isEmpty();
    }

    @Test
    void aCodeEndsWhenTheServiceSaysSo() {
        server.person.set(0, "is late");

        assertThat(reason(signIn(center()))).isEqualTo(Outcome.Reason.EXPIRED);
    }

    @Test
    void aCodeEndsByItselfWhenNobodyComes() {
        server.person.set(0, "waits");

        assertThat(reason(signIn(center()))).isEqualTo(Outcome.Reason.EXPIRED);
        assertThat(pauses).hasSize(600);
    }

    @Test
    void aWrongStartUrlIsNamedTogetherWithTheRegion() {
        IdentityCenter wrong =
                IdentityCenter.typed(new StartUrl("https://nobody.awsapps.com/start"), new RegionName("eu-central-1"));

        assertThat(signIn(wrong)).isInstanceOfSatisfying(Outcome.NotDone.class, not -> {
            assertThat(not.reason()).isEqualTo(Outcome.Reason.WRONG_CENTER);
            assertThat(not.message()).contains("https://nobody.awsapps.com/start", "eu-central-1");
        });
        assertThat(shown).isEmpty();
    }

    @Test
    void aClientIsRegisteredOnceForAllSignIns() {
        signIn(center());
        signIn(center());

        assertThat(server.times("register")).isEqualTo(1);
    }

    @Test
    void aClientThatTheServiceForgotIsRegisteredAnew() {
        signIn(center());
        server.forgetClients();

        assertThat(signIn(center())).isInstanceOf(Outcome.Done.class);
        assertThat(server.times("register")).isEqualTo(2);
        assertThat(shown).hasSize(2);
    }

    @Test
    void aRegistrationThatIsAboutToEndIsNotUsed() {
        signIn(center());
        now = now.plus(Duration.ofDays(90)).minusSeconds(600);

        assertThat(signIn(center())).isInstanceOf(Outcome.Done.class);
        assertThat(server.times("register")).isEqualTo(2);
    }

    @Test
    void nobodyListeningIsUnreachable() {
        server.close();

        assertThat(signIn(center())).isInstanceOfSatisfying(Outcome.NotDone.class, not -> {
            assertThat(not.reason()).isEqualTo(Outcome.Reason.UNREACHABLE);
            assertThat(not.message()).contains("eu-central-1", "network");
        });
    }

    @Test
    void aRegionWithoutTheServiceIsUnreachableAndNamed() {
        try (AwsSignIns elsewhere = open(Map.of("AWS_ENDPOINT_URL_SSO_OIDC", "http://oidc.xx-nowhere-1.invalid"))) {
            Outcome outcome = elsewhere.signIn(
                    IdentityCenter.typed(new StartUrl(SsoServer.START_URL), new RegionName("xx-nowhere-1")),
                    SignIns.Way.DEVICE_CODE,
                    shown::add);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.NotDone.class, not -> {
                assertThat(not.reason()).isEqualTo(Outcome.Reason.UNREACHABLE);
                assertThat(not.message()).contains("xx-nowhere-1", "region");
            });
        }
    }

    @Test
    void anInterruptCancels() throws InterruptedException {
        server.person.set(0, "waits");
        List<Outcome> outcomes = new ArrayList<>();
        try (AwsSignIns slow = AwsSignIns.of(new AwsHome(folder, server.variables()), "test")) {
            Thread person = Thread.startVirtualThread(
                    () -> outcomes.add(slow.signIn(center(), SignIns.Way.DEVICE_CODE, shown::add)));
            while (shown.isEmpty()) {
                Thread.sleep(10);
            }
            person.interrupt();
            assertThat(person.join(Duration.ofSeconds(10))).isTrue();
        }

        assertThat(outcomes)
                .containsExactly(new Outcome.NotDone(Outcome.Reason.CANCELLED, Phrase.of("outcome.cancelled")));
        assertThat(signIns.session(center())).isEmpty();
    }

    @Test
    void aFolderThatTakesNoTokenIsTold() throws IOException {
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(folder.resolve(".aws/sso"), "in the way");

        assertThat(signIn(center())).isInstanceOfSatisfying(Outcome.NotDone.class, not -> {
            assertThat(not.reason()).isEqualTo(Outcome.Reason.COMPUTER);
            assertThat(not.message()).contains(folder.toString());
        });
    }

    private Outcome signIn(IdentityCenter center) {
        return signIns.signIn(center, SignIns.Way.DEVICE_CODE, shown::add);
    }

    /** Time passes only while one waits. */
    private AwsSignIns open(Map<String, String> variables) {
        InstantSource clock = () -> now;
        return AwsSignIns.of(new AwsHome(folder, variables), clock, pause -> {
            pauses.add(pause);
            now = now.plus(pause);
        });
    }

    private static Outcome.Reason reason(Outcome outcome) {
        return ((Outcome.NotDone) outcome).reason();
    }

    private static IdentityCenter center() {
        return SsoServer.center();
    }
}
