package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Json;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** From the start page to a checklist that says ready, in a rehearsal, as the program is wired. */
class WholeWayWindowTest {

    private static final List<Step> TYPED = List.of(Step.DOMAIN, Step.EDGE, Step.SIZING, Step.REGISTRY, Step.REVIEW);

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void aRehearsalOfEachShapeOfLoadBalancing(LoadBalancing shape) throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = new Hands(test);
            hands.click("#rehearse");
            untilAt(test, Step.NETWORK);
            for (Step step : TYPED) {
                hands.click("#next");
                untilAt(test, step);
                if (step == Step.EDGE) {
                    hands.click("#setting-edge-loadBalancing-" + Json.hyphenated(shape.name()));
                }
            }
            assertThat(Seen.text("#rail-edge")).endsWith(readback(shape));
            hands.click("#speed");
            new FxRobot().clickOn("1,200 times faster than AWS");
            untilReviewed(test);

            hands.click("#next");
            untilStands(test);
            assertThat(Seen.isThere("#stage-accelerator")).isEqualTo(shape == LoadBalancing.FRONTED);
            hands.click("#next");
            untilReady(test);
            assertThat(Seen.text("#venue")).contains("nothing is real");
        }
    }

    @Test
    void byKeyboardAlone() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = new Hands(test);
            hands.press("#rehearse");
            untilAt(test, Step.NETWORK);
            hands.tabTo("#setting-network-vpcCidr");
            replace(hands, "10.50.0.0/16");
            next(hands, test, Step.DOMAIN);
            hands.tabTo("#setting-domain-name");
            replace(hands, "keys.example.com");
            next(hands, test, Step.EDGE);
            hands.tabTo("#setting-edge-loadBalancing-single");
            hands.type(KeyCode.RIGHT);
            next(hands, test, Step.SIZING);
            next(hands, test, Step.REGISTRY);
            next(hands, test, Step.REVIEW);
            hands.tabTo("#speed");
            while (!Double.valueOf(1_200).equals(speed().getValue())) {
                hands.type(KeyCode.DOWN);
            }
            untilReviewed(test);
            hands.press("#next");
            untilStands(test);
            hands.tabTo("#next");
            hands.type(KeyCode.ENTER);
            untilReady(test);

            assertThat(test.window().wizard().draft().readable().get()).satisfies(plan -> {
                assertThat(plan.network().vpcCidr()).hasToString("10.50.0.0/16");
                assertThat(plan.domain().name()).hasToString("keys.example.com");
                assertThat(plan.edge().loadBalancing()).isEqualTo(LoadBalancing.PER_ZONE);
            });
        }
    }

    private static void next(Hands hands, TestWindow test, Step step) throws Exception {
        hands.press("#next");
        untilAt(test, step);
    }

    private static void replace(Hands hands, String text) {
        new FxRobot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        hands.write(text);
    }

    private static void untilAt(TestWindow test, Step step) throws Exception {
        test.until(() -> test.window().wizard().step().get() == step);
    }

    private static void untilReviewed(TestWindow test) throws Exception {
        test.until(() -> !Seen.node("#next").isDisabled());
        assertThat(Seen.text("#review-status-text")).startsWith("Ready");
    }

    private static void untilStands(TestWindow test) throws Exception {
        untilAt(test, Step.INSTALL);
        test.until(() -> test.window().run().view().get().end().isPresent());
        assertThat(Seen.text("#run-title")).isEqualTo("demo is installed (rehearsal)");
    }

    private static void untilReady(TestWindow test) throws Exception {
        untilAt(test, Step.CHECKLIST);
        test.until(() -> Seen.text("#check-headline").startsWith("Ready: all "));
    }

    private static String readback(LoadBalancing shape) {
        return switch (shape) {
            case SINGLE -> "One over all zones";
            case PER_ZONE -> "One per zone";
            case FRONTED -> "One per zone, accelerator";
        };
    }

    private static ComboBox<?> speed() {
        return (ComboBox<?>) Seen.node("#speed");
    }
}
