package dev.essha.launch;

import static dev.essha.launch.Seen.node;
import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The domain page: zones, records to come, and what DNS says, without ever being in the way. */
class DomainWindowTest {

    private static final HostedZone ZONE =
            new HostedZone("Z1PUBLIC", "example.com", false, List.of("ns-1.awsdns-1.com", "ns-2.awsdns-2.net"));
    private static final HostedZone TWIN =
            new HostedZone("Z2PUBLIC", "example.com", false, List.of("ns-3.awsdns-3.com"));
    private static final HostedZone HIDDEN = new HostedZone("Z3PRIVATE", "ess.example.com", true, List.of());

    private final FxRobot robot = new FxRobot();
    private OtherNames names;

    @TempDir
    private Path home;

    @BeforeEach
    void names() {
        names = new OtherNames(new Wiring(new Surroundings(Map.of(), home, "Linux", false), "0.0.0"));
        names.answer("example.com", "NS", Status.FOUND, "ns-1.awsdns-1.com", "ns-2.awsdns-2.net");
    }

    @Test
    void theZoneThatFitsIsChosenAndEverythingIsSaidToBeFine() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            enter(test);

            test.until(() -> text("#clue-delegation").contains("Public DNS refers to the name servers"));
            assertThat(text("#clue-registered")).contains("Public DNS knows the DNS zone example.com.");
            assertThat(text("#clue-apex")).contains("ess.example.com is below the apex of the DNS zone example.com");
            test.until(() -> text("#clue-absence").contains("remember for 15 min"));
            assertThat(robot.lookup(".hosted-zones .radio-button").<RadioButton>queryAll())
                    .singleElement()
                    .returns(true, RadioButton::isSelected);
            assertThat(wizard(test).draft().text("domain.hostedZoneId").get()).isEmpty();
        }
    }

    @Test
    void recordsToComeFollowThePlanAndCanBeCopied() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            enter(test);
            assertThat(text("#records"))
                    .contains("ess.example.com CNAME The load balancer over all zones", "*.ess.example.com CNAME");

            test.onWindow(() -> node("#record-copy-2").requestFocus());
            robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
            assertThat(test.copied()).isEqualTo("*.ess.example.com");

            test.onWindow(() -> wizard(test).draft().text("domain.apex").set("true"));
            assertThat(text("#record-1")).contains("ess.example.com A");
            test.onWindow(() -> wizard(test).draft().text("domain.dns").set("elsewhere"));
            assertThat(text("#record-1")).contains("ess.example.com ALIAS");
            assertThat(text("#records-note")).contains("Add them at your provider");
            test.onWindow(() -> wizard(test).draft().text("edge.loadBalancing").set("fronted"));
            assertThat(text("#record-1")).contains("The accelerator");
        }
    }

    @Test
    void ofSeveralZonesOneIsChosen() throws Exception {
        names.zones.addAll(List.of(ZONE, TWIN, HIDDEN));
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> text("#clue-zone").contains("2 public hosted zones are called example.com"));
            assertThat(text("#zone-Z3PRIVATE")).contains("private: only VPCs see it");
            assertThat(node("#zone-Z3PRIVATE").isDisabled()).isTrue();

            robot.clickOn("#zone-Z2PUBLIC");

            test.until(() -> text("#clue-delegation").contains("other name servers than those of example.com"));
            assertThat(text("#clue-delegation")).contains("ns-1.awsdns-1.com", "ns-3.awsdns-3.com");
            assertThat(wizard(test).draft().text("domain.hostedZoneId").get()).isEqualTo("Z2PUBLIC");

            robot.clickOn("#zone-Z1PUBLIC");
            test.until(() -> text("#clue-delegation").contains("Public DNS refers to the name servers"));
        }
    }

    @Test
    void nameServersThatKeepSilentAreInNobodysWay() throws Exception {
        names.zones.add(ZONE);
        names.hold("example.com");
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> text("#clue-registered").contains("Checking"));
            test.until(() -> text("#clue-zone").contains("The records go into example.com"));

            test.until(() -> text("#clue-registered").contains("No name server answered in time"));
            assertThat(text("#clue-delegation")).contains("No name server answered in time");
            robot.clickOn("#next");
            test.until(() -> wizard(test).step().get() == Step.EDGE);

            robot.clickOn("#back");
            names.letGo("example.com");
            robot.clickOn("#domain-again");
            test.until(() -> text("#clue-registered").contains("Public DNS knows the DNS zone example.com."));
        }
    }

    @Test
    void answersToWhatWasTypedBeforeAreDropped() throws Exception {
        names.zones.add(ZONE);
        names.zones.add(new HostedZone("Z9", "example.org", false, List.of("ns-9.awsdns-9.org")));
        names.answer("example.org", "NS", Status.FOUND, "ns-9.awsdns-9.org");
        names.hold("example.com");
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> names.asked.contains("example.com NS"));

            robot.doubleClickOn("#setting-domain-name .text-field").press(KeyCode.CONTROL, KeyCode.A);
            robot.release(KeyCode.A, KeyCode.CONTROL).write("pod.example.org");
            test.until(() -> text("#clue-registered").contains("the DNS zone example.org."));
            names.letGo("example.com");
            test.until(() -> text("#clue-delegation").contains("example.org"));

            assertThat(text("#clues")).doesNotContain("example.com");
        }
    }

    @Test
    void theTopOfAZoneIsMendedInThePlan() throws Exception {
        names.zones.add(new HostedZone("Z4", "ess.example.com", false, List.of("ns-1.awsdns-1.com")));
        names.answer("ess.example.com", "NS", Status.FOUND, "ns-1.awsdns-1.com");
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> text("#clue-apex").contains("The plan says that the domain is below it."));
            assertThat(text("#clue-absence")).contains("remember for 24 h");

            test.onWindow(() -> node("#clue-mend-apex").requestFocus());
            robot.press(KeyCode.SPACE).release(KeyCode.SPACE);

            test.until(() -> text("#clue-apex").contains("the domain gets an alias instead of a CNAME"));
            assertThat(wizard(test).draft().text("domain.apex").get()).isEqualTo("true");
        }
    }

    @Test
    void namesThatAreToComeAreNotAskedFor() throws Exception {
        names.zones.add(ZONE);
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> text("#clue-absence").contains("remember for"));

            assertThat(names.asked)
                    .isNotEmpty()
                    .noneMatch(
                            question -> question.startsWith("ess.example.com ") || question.contains(".ess.example"));
        }
    }

    @Test
    void aZoneIsForgottenWhereDnsIsElsewhere() throws Exception {
        names.zones.addAll(List.of(ZONE, TWIN));
        try (TestWindow test = TestWindow.open(home, names)) {
            enter(test);
            test.until(() -> Seen.isThere("#zone-Z2PUBLIC"));
            robot.clickOn("#zone-Z2PUBLIC");

            robot.clickOn("Another provider");

            assertThat(wizard(test).draft().judged().get().problems()).isEmpty();
            test.until(() -> text("#clue-registered").contains("ns-1.awsdns-1.com"));
            assertThat(text("#clues")).doesNotContain("Hosted zone");
        }
    }

    private static void enter(TestWindow test) {
        test.onWindow(() -> {
            test.stage().setWidth(1440);
            test.stage().setHeight(900);
            wizard(test).venue().set(Optional.of(Venue.rehearsal()));
            wizard(test).go(Step.DOMAIN);
        });
    }

    private static Wizard wizard(TestWindow test) {
        return test.window().wizard();
    }
}
