package dev.essha.launch;

import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What stands in front of the zones, as a person chooses it. */
class EdgeWindowTest {

    private static final String SHAPE = "#setting-edge-loadBalancing-";
    private static final String GATEWAY = "#setting-edge-gateway-";

    @TempDir
    private Path home;

    @Test
    void eachShapeIsDrawnAndToldOf() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toEdge(test);
            hands.click(SHAPE + "fronted");
            assertThat(text(".drawing-panel")).contains("Global Accelerator");
            hands.click(SHAPE + "per-zone");
            assertThat(text(".drawing-panel")).doesNotContain("Global Accelerator");
            hands.click(GATEWAY + "cloudfront");
            assertThat(text(".drawing-panel")).contains("CloudFront");
            hands.click(SHAPE + "single");

            hands.click("#next");
            test.until(() -> at(test) == Step.SIZING);
            assertThat(text("#rail-edge")).endsWith("One over all zones, CloudFront");
        }
    }

    @Test
    void aCardIsInViewWithItsHeadingWhenTheKeyboardComesToIt() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            toEdge(test);
            test.resize(1_024, 700);
            test.onWindow(() -> Seen.node(SHAPE + "single").requestFocus());
            new FxRobot().type(KeyCode.TAB);
            test.settle();

            assertThat(Seen.node(GATEWAY + "none").isFocused()).isTrue();
            Bounds page = place(Seen.node(".page-scroll > .viewport"));
            assertThat(page.contains(place(Seen.node("#setting-edge-gateway")))).isTrue();
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void onlyAGatewayCountsRequests() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toEdge(test);
            hands.click("#edge-advanced > .title");
            assertThat(Seen.node("#setting-edge-requestsPerClient").isDisabled())
                    .isTrue();

            hands.click(GATEWAY + "cloudfront");
            hands.fill("#setting-edge-requestsPerClient .text-field", "1");

            assertThat(text("#problems")).contains("1");
            hands.click("#next");
            assertThat(at(test)).isEqualTo(Step.EDGE);
            hands.fill("#setting-edge-requestsPerClient .text-field", "3000");
            hands.click("#next");
            test.until(() -> at(test) == Step.SIZING);
        }
    }

    @Test
    void whatIsNoRangeAndNoPortIsToldOfBesideTheField() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toEdge(test);
            hands.click("#edge-advanced > .title");
            hands.fill("#setting-edge-nodePort .text-field", "80");
            hands.fill("#setting-edge-allowedCidrs .text-area", "everybody");

            assertThat(text("#problems")).contains("2");
            assertThat(text("#setting-edge-nodePort")).contains("30000");
            assertThat(text("#setting-edge-allowedCidrs")).contains("everybody");
            assertThat(Seen.node("#rail-sizing").isDisabled()).isTrue();
        }
    }

    @Test
    void oneInEachZoneNeedsRoute53() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = toEdge(test);
            test.onWindow(
                    () -> test.window().wizard().draft().text("domain.dns").set("elsewhere"));
            hands.click(SHAPE + "per-zone");
            assertThat(text("#setting-edge-loadBalancing")).contains("Route 53");
            assertThat(text("#problems")).isNotEmpty();

            hands.click(SHAPE + "fronted");
            assertThat(text("#problems")).isEmpty();
        }
    }

    private static Hands toEdge(TestWindow test) throws Exception {
        Hands hands = new Hands(test);
        hands.click("#rehearse");
        test.until(() -> at(test) == Step.NETWORK);
        hands.click("#rail-edge");
        test.until(() -> at(test) == Step.EDGE);
        return hands;
    }

    private static Step at(TestWindow test) {
        return test.window().wizard().step().get();
    }
}
