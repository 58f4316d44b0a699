package dev.essha.launch;

import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Region, zones, addresses and a VPC that is there already, as a person chooses them. */
class NetworkWindowTest {

    @TempDir
    private Path home;

    @Test
    void anotherRegionBringsItsOwnZones() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            Node box = Seen.node("#zone-eu-central-1a");
            hands.click("#region");
            hands.type(KeyCode.DOWN);
            hands.type(KeyCode.ENTER);

            String region = draft(test).text("region").get();
            assertThat(region).isNotEqualTo("eu-central-1");
            test.until(() -> text("#zone-rows").contains("fits"));
            for (String letter : List.of("a", "b", "c")) {
                assertThat(((CheckBox) Seen.node("#zone-" + region + letter)).isSelected())
                        .isTrue();
                assertThat(text(".drawing-panel")).contains(region + letter);
            }
            assertThat(Seen.isThere("#zone-eu-central-1a")).isFalse();
            assertThat(Seen.node("#zone-" + region + "a")).isSameAs(box);
            hands.click("#next");
            test.until(() -> at(test) == Step.DOMAIN);
            assertThat(text("#rail-network")).contains(region + ", 3 zones");
        }
    }

    @Test
    void fewerThanThreeZonesDoNotGoOn() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            hands.click("#zone-eu-central-1b");

            assertThat(text("#setting-network-zones")).contains("at least 3");
            assertThat(text("#problems")).contains("1");
            hands.click("#next");
            assertThat(at(test)).isEqualTo(Step.NETWORK);
            assertThat(Seen.node("#rail-domain").isDisabled()).isTrue();

            hands.click("#zone-eu-central-1b");
            assertThat(text("#setting-network-zones")).doesNotContain("at least 3");
            hands.click("#next");
            test.until(() -> at(test) == Step.DOMAIN);
        }
    }

    @Test
    void aStepThatWasPassedSaysInTheRailThatItHasAProblemAgain() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            hands.click("#zone-eu-central-1b");
            assertThat(text("#rail-network")).doesNotContain("problem");
            hands.click("#zone-eu-central-1b");
            hands.click("#next");
            test.until(() -> at(test) == Step.DOMAIN);
            hands.click("#back");
            assertThat(text("#rail-network")).contains("3 zones");

            hands.click("#zone-eu-central-1b");

            assertThat(text("#rail-network")).contains("1 problem").doesNotContain("3 zones");
            assertThat(Seen.node("#rail-network").getAccessibleText()).contains("current step, 1 problem");

            hands.click("#zone-eu-central-1b");
            assertThat(text("#rail-network")).contains("3 zones").doesNotContain("problem");
        }
    }

    @Test
    void theDrawingFollowsTheAddressesThatAreTyped() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            assertThat(text(".drawing-panel")).contains("10.40.0.0/16");

            hands.fill("#setting-network-vpcCidr .text-field", "10.99.0.0/16");
            assertThat(text(".drawing-panel"))
                    .contains("10.99.0.0/16", "10.99.32.0/19")
                    .doesNotContain("10.40.");
            assertThat(text("#setting-network-vpcCidr")).contains("65,536");

            hands.fill("#setting-network-vpcCidr .text-field", "10.99.0.1/16");
            assertThat(text("#setting-network-vpcCidr")).contains("10.99.0.0/16");
            assertThat(text("#problems")).contains("1");
            assertThat(text(".drawing-panel")).contains("10.99.32.0/19");
            hands.click("#next");
            assertThat(at(test)).isEqualTo(Step.NETWORK);
        }
    }

    @Test
    void theFirstProblemInTypedSubnetsIsGoneTo() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            hands.click("#network-advanced > .title");
            hands.click("#subnets-typed");
            hands.fill("#setting-network-zones-1-publicCidr .text-field", "10.40.0.0/19");
            hands.click("#network-advanced > .title");

            hands.click("#problems");

            assertThat(hands.focused().getParent().getParent().getId()).startsWith("setting-network-zones-");
            hands.fill("#setting-network-zones-1-publicCidr .text-field", "10.40.200.0/24");
            assertThat(text("#problems")).isEmpty();
            assertThat(text(".drawing-panel")).contains("10.40.200.0/24");
        }
    }

    @Test
    void aVpcThatIsThereAlreadyIsNamedWithItsSubnets() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            Hands hands = rehearse(test);
            hands.click("#network-advanced > .title");
            hands.click("#existing-vpc");
            assertThat(text("#problems")).isNotEmpty();

            hands.fill("#setting-network-existingVpc .text-field", "vpc-0123456789abcdef0");
            for (int zone = 0; zone < 3; zone++) {
                String of = "#setting-network-zones-" + zone;
                hands.fill(of + "-publicSubnet .text-field", "subnet-0000000000000000" + zone);
                hands.fill(of + "-privateSubnet .text-field", "subnet-1000000000000000" + zone);
            }

            assertThat(text("#problems")).isEmpty();
            assertThat(draft(test).readable().get().network().existingVpc()).isPresent();
            hands.click("#next");
            test.until(() -> at(test) == Step.DOMAIN);
        }
    }

    @Test
    void whereTheAccountCannotBeAskedARegionIsNotSaidToBeEnabled() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home, RehearsalCloud::endSignIn)) {
            window.test.onWindow(() -> window.test.window().wizard().step().set(Step.NETWORK));
            window.test.until(() -> text("#setting-region").contains("not known whether this account has enabled"));

            window.click("#region");
            assertThat(text(".region-row")).contains("not known whether enabled");
            window.person.type(KeyCode.ESCAPE);

            window.account.last().signIn();
            window.click("#zones-again");
            window.test.until(() -> text("#setting-region").contains("Everything runs there."));
        }
    }

    private static Hands rehearse(TestWindow test) throws Exception {
        Hands hands = new Hands(test);
        hands.click("#rehearse");
        test.until(() -> at(test) == Step.NETWORK && Seen.isThere("#zone-eu-central-1a"));
        return hands;
    }

    private static Step at(TestWindow test) {
        return test.window().wizard().step().get();
    }

    private static Draft draft(TestWindow test) {
        return test.window().wizard().draft();
    }
}
