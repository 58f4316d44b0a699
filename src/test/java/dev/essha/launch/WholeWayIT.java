package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.emulator.Emulator;
import dev.essha.pipeline.Event;
import dev.essha.ui.run.RunView;
import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in the window, into an account on the wire, and back. */
class WholeWayIT {

    private static final Duration LONG = Duration.ofMinutes(8);
    private static final List<Step> TYPED = List.of(Step.DOMAIN, Step.EDGE, Step.SIZING, Step.REGISTRY, Step.REVIEW);

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo");

    @TempDir
    private Path home;

    @BeforeEach
    void signIn() {
        emulator.reset();
        DummyCredentials.set();
        boto.does("hosted-zone");
    }

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    void intoAnAccountOnTheWireAndBack() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = new Hands(test);
            signIn(hands, test);
            for (Step step : TYPED) {
                hands.click("#next");
                test.until(() -> test.window().wizard().step().get() == step);
            }
            install(hands, test);
            assertThat(boto.ask().path("kafka").path(0).path("state").asText()).isEqualTo("ACTIVE");

            hands.click("#next");
            test.until(LONG, () -> Seen.text("#check-headline").startsWith("Ready: all "));

            takeDown(hands, test);
            assertThat(boto.ask().path("kafka")).isEmpty();
        }
    }

    private void signIn(Hands hands, TestWindow test) throws Exception {
        hands.click("#new-proof-of-concept");
        test.until(() -> test.window().wizard().step().get() == Step.SIGN_IN);
        hands.click("#signin-advanced .title");
        hands.fill("#endpoint", emulator.endpoint().toString());
        hands.fill(
                "#name-server",
                emulator.nameServer().getHostString() + ":"
                        + emulator.nameServer().getPort());
        hands.click("#way-profile");
        hands.click("#profile-default");
        test.until(() -> Seen.isThere("#signed-in-account"));
        assertThat(((Labeled) Seen.node("#signed-in-account")).getText()).isEqualTo(Emulator.ACCOUNT);
        hands.click("#next");
        test.until(() -> test.window().wizard().step().get() == Step.NETWORK);
        assertThat(Seen.text("#venue")).contains("AWS-COMPATIBLE ENDPOINT");
    }

    private static void install(Hands hands, TestWindow test) throws Exception {
        test.until(() -> Seen.text("#review-status-text").startsWith("Ready"));
        hands.click("#next");
        hands.write("demo");
        hands.click("#confirm-install");
        test.until(LONG, () -> view(test).end().isPresent());
        assertThat(view(test).succeeded()).as(Seen.text("#failure")).isTrue();
    }

    private static void takeDown(Hands hands, TestWindow test) throws Exception {
        hands.click("#rail-install");
        hands.click("#destroy");
        test.until(() -> Seen.isThere("#question-name"));
        hands.click("#question-name");
        hands.write("demo");
        test.until(() -> !Seen.node("#question-go").isDisabled());
        hands.click("#question-go");
        test.until(
                LONG,
                () -> view(test).operation() == Event.Operation.DESTROY
                        && view(test).end().isPresent());
        assertThat(view(test).succeeded()).as(Seen.text("#failure")).isTrue();
    }

    private static RunView view(TestWindow test) {
        return test.window().run().view().get();
    }
}
