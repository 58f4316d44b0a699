package dev.essha.launch;

import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.ui.Preferences;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.wire.LoopbackRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entitlement is tried, and images are copied, as a person does it. */
class ImagesWindowTest {

    private static final String TOKEN = "canary-entitlement-7f3e9d";
    private static final String ONE = "#image-inrupt-one";
    private static final String TWO = "#image-inrupt-two";

    private final LoopbackRegistry releases = LoopbackRegistry.ofReleases("me", TOKEN);
    private final LoopbackRegistry ecr = LoopbackRegistry.ecr("ess-demo/inrupt/one", "ess-demo/inrupt/two");

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        releases.close();
        ecr.close();
    }

    @Test
    void eachImageTellsWhetherItOpens() throws Exception {
        releases.release("inrupt/one", "2.3.0");
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toRegistry(test);
            assertThat(Seen.node("#entitlement-check").isDisabled()).isTrue();
            fill(hands, "wrong-canary-11");
            hands.click("#entitlement-check");
            test.until(() -> text("#entitlement-status").startsWith("0 of 2"));
            assertThat(text(ONE)).contains("does not accept this user and token");

            hands.fill("#entitlement-token", TOKEN);
            hands.click("#entitlement-check");
            test.until(() -> text("#entitlement-status").startsWith("1 of 2"));
            assertThat(text(ONE)).contains("Available");
            assertThat(text(TWO)).contains("has none with this tag");
            assertThat(Seen.node("#entitlement-copy").isDisabled()).isTrue();
            assertThat(text("#images-command"))
                    .isEqualTo("ess-ha images plan.yaml --tag 2.3.0 --endpoint-url http://" + ecr.host());
            assertThat(ecr.asked()).isEmpty();
        }
    }

    @Test
    void theTokenIsForgottenWithThePageAndTheLanguage() throws Exception {
        Canaries canaries = new Canaries();
        canaries.let("entitlement", TOKEN);
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toRegistry(test);
            fill(hands, TOKEN);
            hands.click("#rail-network");
            test.until(() -> test.window().wizard().step().get() == Step.NETWORK);
            hands.click("#rail-registry");
            test.until(() -> test.window().wizard().step().get() == Step.REGISTRY);
            assertThat(text("#entitlement-token")).isEmpty();

            fill(hands, TOKEN);
            test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(Locale.GERMAN)));
            assertThat(text("#entitlement-check")).isEqualTo("Prüfen");
            assertThat(text("#entitlement-token")).isEmpty();
        }
        canaries.searchFolder(home);
        assertThat(canaries.found()).isEmpty();
    }

    @Test
    void aRegistryThatCannotBeReachedIsToldOf() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toRegistry(test);
            hands.fill("#setting-registry-source .text-field", "localhost:1");
            fill(hands, TOKEN);
            hands.click("#entitlement-check");
            test.until(() -> text("#entitlement-status").startsWith("0 of 2"));
            assertThat(text(ONE)).contains("localhost:1");
        }
    }

    @Test
    void afterAnInstallTheImagesAreCopied() throws Exception {
        String one = releases.release("inrupt/one", "2.3.0");
        releases.release("inrupt/two", "2.3.0");
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toRegistry(test);
            test.onWindow(() -> test.window().wizard().found());
            fill(hands, TOKEN);
            hands.click("#entitlement-copy");
            test.until(() -> text("#entitlement-status").startsWith("2 of 2"));
            assertThat(text(ONE)).contains("Copied");
            assertThat(ecr.digestOf("ess-demo/inrupt/one", "2.3.0")).isEqualTo(one);
            assertThat(ecr.manifests("ess-demo/inrupt/two")).isEqualTo(releases.manifests("inrupt/two"));

            hands.click("#entitlement-copy");
            test.until(() -> text(TWO).contains("Already there"));
        }
    }

    private static void fill(Hands hands, String token) {
        hands.fill("#entitlement-user", "me");
        hands.fill("#entitlement-token", token);
        hands.fill("#entitlement-tag", "2.3.0");
    }

    /** Signed in to what answers like Amazon ECR. */
    private Hands toRegistry(TestWindow test) throws Exception {
        Hands hands = new Hands(test);
        hands.click("#rehearse");
        test.until(() -> test.window().wizard().step().get() == Step.NETWORK);
        assertThat(note(test)).contains("nothing is asked from the release registry");
        Login login = new Login.Keys("an-id", new Secret("a-secret"), Optional.empty());
        Places.Choice choice = new Places.Choice(
                false, 60, false, Optional.of(URI.create("http://" + ecr.host())), login, Optional.empty());
        test.onWindow(() -> {
            test.window()
                    .wizard()
                    .venue()
                    .set(Optional.of(new Venue(choice, Cloud.Kind.ENDPOINT, Optional.empty(), Optional.empty())));
            test.window().wizard().draft().text("registry.source").set(releases.host());
        });
        hands.click("#rail-registry");
        test.until(() -> test.window().wizard().step().get() == Step.REGISTRY);
        assertThat(note(test)).startsWith("Opens the release registry.");
        hands.fill("#setting-registry-repositories .text-area", "inrupt/one\ninrupt/two");
        return hands;
    }

    /** What the page says about the entitlement, wherever it is open. */
    private String note(TestWindow test) throws Exception {
        test.onWindow(() -> test.window().wizard().step().set(Step.REGISTRY));
        return text("#entitlement-note");
    }
}
