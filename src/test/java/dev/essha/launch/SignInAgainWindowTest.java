package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.signin.Login;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StagePhase;
import dev.essha.ui.run.RunView;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session ends in the middle of a run, and somebody signs in again in the window. */
class SignInAgainWindowTest {

    @TempDir
    private Path home;

    @Test
    void whoSignsInOverThePageLetsTheRunGoOnByItself() throws Exception {
        try (RunWindow window = RunWindow.forReal(home)) {
            untilNobodyIsSignedIn(window);

            window.click("#to-sign-in");
            assertThat(window.sees("#sign-in-again")).isTrue();
            signInWithKeys(window);
            window.test.until(() -> !window.sees("#sign-in-again"));
            assertThat(window.test.window().wizard().step().get()).isEqualTo(Step.INSTALL);
            window.account.time.goOn();
            window.untilEnded();

            assertThat(window.view().succeeded()).isTrue();
            assertThat(window.sees("#sign-in-needed")).isFalse();
            Venue now = window.test.window().wizard().venue().get().orElseThrow();
            assertThat(keyId(now.choice().login())).contains("AKIANEXT");
            assertThat(now.identity().orElseThrow().account().value()).isEqualTo("111122223333");
        }
    }

    @Test
    void aRehearsalStaysTheRehearsalThatItIs() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            Optional<Venue> before = window.test.window().wizard().venue().get();
            untilNobodyIsSignedIn(window);

            window.click("#to-sign-in");
            signInWithKeys(window);
            window.account.time.goOn();
            window.untilEnded();

            assertThat(window.view().succeeded()).isTrue();
            assertThat(window.test.window().wizard().venue().get()).isEqualTo(before);
        }
    }

    @Test
    void whereSomebodySignsInElsewhereNobodyIsAskedAnyMore() throws Exception {
        try (RunWindow window = RunWindow.forReal(home)) {
            untilNobodyIsSignedIn(window);
            window.click("#to-sign-in");
            window.click("#sign-in-later");
            window.test.until(() -> !window.sees("#sign-in-again"));
            assertThat(window.text("#run-title")).isEqualTo("Waiting for a new sign-in");

            window.click("#to-sign-in");
            window.account.last().signIn();
            window.account.time.goOn();
            window.test.until(() -> !window.sees("#sign-in-again"));

            window.untilEnded();
            assertThat(window.view().succeeded()).isTrue();
        }
    }

    @Test
    void whereNobodyCameInTimeTheNextTryGoesByTheNewSignIn() throws Exception {
        try (RunWindow window = RunWindow.forReal(home)) {
            untilNobodyIsSignedIn(window);
            window.account.time.goOn();
            window.untilEnded();
            assertThat(window.view().endedWith(Event.Outcome.FAILED)).isTrue();
            assertThat(Seen.text("#failure")).contains("nobody signed in again within 60 min");

            window.account.last().signIn();
            window.click("#to-sign-in");
            window.test.until(() -> window.test.window().wizard().step().get() == Step.SIGN_IN);
            window.click("#signin-advanced .title");
            window.click("#endpoint");
            window.person.write("http://127.0.0.1:5000");
            signInWithKeys(window);
            window.test.until(() -> window.test.window().wizard().step().get() == Step.INSTALL);
            window.account.choices().clear();
            window.click("#retry");
            window.test.until(() -> window.view().succeeded());

            assertThat(window.account.choices())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(keyId(c.login())).contains("AKIANEXT"));
        }
    }

    private static void untilNobodyIsSignedIn(RunWindow window) throws Exception {
        window.holdWhen(SignInAgainWindowTest::messagingRuns);
        if (window.test.window().wizard().venue().get().orElseThrow().isRehearsal()) {
            window.start();
        } else {
            window.startForReal();
        }
        window.test.until(() -> messagingRuns(window.view()));
        window.account.last().endSignIn();
        window.holdWhen(view -> view.state().pause().isPresent());
        window.account.time.goOn();
        window.test.until(() -> window.sees("#to-sign-in"));
    }

    private static void signInWithKeys(RunWindow window) throws Exception {
        window.click("#way-keys");
        window.click("#keys-id");
        window.person.write("AKIANEXT");
        window.click("#keys-secret");
        window.person.write("next");
        window.click("#keys-use");
    }

    private static Optional<String> keyId(Login login) {
        return login instanceof Login.Keys keys ? Optional.of(keys.id()) : Optional.empty();
    }

    private static boolean messagingRuns(RunView view) {
        return Optional.ofNullable(view.state().stages().get(StageId.MESSAGING))
                .filter(s -> s.phase() instanceof StagePhase.Running)
                .isPresent();
    }
}
