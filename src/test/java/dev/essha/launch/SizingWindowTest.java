package dev.essha.launch;

import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Preset;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes, what they cost, and images, as a person chooses them. */
class SizingWindowTest {

    private static final String STORAGE = "#setting-database-storageGiB";

    @TempDir
    private Path home;

    @Test
    void aPresetChangesSizesAndTheirCostAndNothingElse() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = to(test, Step.SIZING);
            String before = text("#cost-total");
            assertThat(text("#cost-title")).isEqualTo("On AWS it would cost per month (USD)");
            assertThat(text("#cost-source")).startsWith("List prices bundled with the program, each as of a day from ");

            hands.click("#preset-production");

            test.until(() -> !text("#cost-total").equals(before));
            assertThat(value("#setting-database-instanceClass"))
                    .isEqualTo(Preset.PRODUCTION
                            .plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN)
                            .database()
                            .instanceClass()
                            .toString());
            assertThat(draft(test).text("domain.name").get()).isEqualTo("ess.example.com");

            hands.click("#preset-proof-of-concept");
            test.until(() -> text("#cost-total").equals(before));
        }
    }

    @Test
    void theCostFollowsEachChangeAndWhatCannotBeReadChangesNothing() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = to(test, Step.SIZING);
            String before = text("#cost-total");
            hands.fill(STORAGE + " .text-field", "200");
            hands.fill("#setting-database-maxStorageGiB .text-field", "400");
            test.until(() -> !text("#cost-total").equals(before));
            String larger = text("#cost-total");

            hands.fill(STORAGE + " .text-field", "much");
            assertThat(text(STORAGE)).contains("much");
            assertThat(text("#cost-total")).isEqualTo(larger);
            hands.click("#next");
            assertThat(at(test)).isEqualTo(Step.SIZING);
        }
    }

    @Test
    void eachSizeIsJudgedBesideItsField() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = to(test, Step.SIZING);
            hands.fill(STORAGE + " .text-field", "1");
            hands.fill("#setting-messaging-instanceType .text-field", "m5.large");
            hands.fill("#setting-compute-nodesPerZone .text-field", "0");

            assertThat(text(STORAGE)).contains("20");
            assertThat(text("#setting-messaging-instanceType")).contains("m5.large");
            assertThat(text("#problems")).contains("3");
            hands.click("#problems");
            assertThat(value(STORAGE)).isEqualTo("1");
            assertThat(hands.focused()).isSameAs(Seen.node(STORAGE + " .text-field"));
        }
    }

    @Test
    void anImageThatIsNoneAndARegistryThatIsNoneDoNotGoOn() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = to(test, Step.REGISTRY);
            hands.fill("#setting-registry-source .text-field", "https://registry");
            hands.fill("#setting-registry-repositories .text-area", "Not An Image");
            hands.fill("#setting-registry-keepImages .text-field", "0");

            assertThat(text("#problems")).contains("3");
            hands.click("#next");
            assertThat(at(test)).isEqualTo(Step.REGISTRY);

            hands.fill("#setting-registry-source .text-field", "docker.software.inrupt.com");
            hands.fill("#setting-registry-repositories .text-area", "ess-one");
            hands.fill("#setting-registry-keepImages .text-field", "5");
            assertThat(text(".repositories")).contains("ess-demo/ess-one");
            hands.click("#next");
            test.until(() -> at(test) == Step.REVIEW);
            assertThat(text("#rail-registry")).endsWith("1 image");
        }
    }

    private static Hands to(TestWindow test, Step step) throws Exception {
        Hands hands = new Hands(test);
        hands.click("#rehearse");
        test.until(() -> at(test) == Step.NETWORK);
        hands.click("#rail-" + step.name().toLowerCase(Locale.ROOT));
        test.until(() -> at(test) == step);
        return hands;
    }

    private static String value(String field) {
        return ((TextField) Seen.node(field + " .text-field")).getText();
    }

    private static Step at(TestWindow test) {
        return test.window().wizard().step().get();
    }

    private static Draft draft(TestWindow test) {
        return test.window().wizard().draft();
    }
}
