package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StagePhase;
import dev.essha.ui.run.RunView;
import dev.essha.ui.wizard.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in the window, as a person sees it. */
class InstallWindowTest {

    private static final String CAUSE = "There is not enough capacity for kafka.t3.small in eu-central-1b.";

    @TempDir
    private Path home;

    @Test
    void aWholeInstallIsRehearsedToItsEnd() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.startAndFinish();

            assertThat(window.text("#run-title")).isEqualTo("demo is installed (rehearsal)");
            assertThat(window.text("#run-share")).isEqualTo("100%");
            assertThat(window.sees("#success")).isTrue();
            assertThat(window.sees("#cancel")).isFalse();
            assertThat(window.node("#stage-database").getAccessibleText()).contains("Database, done");
            window.click("#to-images");
            assertThat(window.test.window().wizard().step().get()).isEqualTo(Step.REGISTRY);
            window.click("#rail-install");
            window.click("#next");
            assertThat(window.test.window().wizard().step().get()).isEqualTo(Step.CHECKLIST);
        }
    }

    @Test
    void aFailureTellsItsCauseAndTryingAgainGoesOn() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home, cloud -> cloud.failNext("AWS::MSK::Cluster", CAUSE))) {
            window.startAndFinish();

            assertThat(window.text("#run-title")).isEqualTo("One stage of demo failed (rehearsal)");
            assertThat(window.text("#failure-reason-messaging")).contains(CAUSE);
            assertThat(Seen.text("#stage-messaging"))
                    .contains("failed: Cluster")
                    .doesNotContain(CAUSE);
            assertThat(window.text("#failure-advice-messaging")).containsIgnoringCase("install again");
            assertThat(window.node("#next").isDisabled()).isTrue();

            window.click("#retry");
            window.test.until(() -> window.view().succeeded());

            assertThat(window.sees("#failure")).isFalse();
            assertThat(window.sees("#success")).isTrue();
            assertThat(window.node("#stage-database").getAccessibleText()).contains("up to date");
            assertThat(window.node("#stage-messaging").getAccessibleText()).contains("done");
        }
    }

    @Test
    void inGermanAFailureIsToldWithoutEnglishAdvice() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home, cloud -> cloud.failNext("AWS::MSK::Cluster", CAUSE))) {
            window.inGerman();
            window.startAndFinish();

            assertThat(window.text("#failure-reason-messaging")).isEqualTo(CAUSE);
            assertThat(window.text("#failure-advice-messaging"))
                    .startsWith("Für kafka.t3.small hat AWS in eu-central-1b im Moment keine Kapazität mehr.");
            assertThat(log(window).getItems())
                    .extracting(Object::toString)
                    .anySatisfy(
                            line -> assertThat(line).contains("nicht begonnen: die Stufe Kafka ist fehlgeschlagen"));
            assertThat(window.texts("#failure"))
                    .filteredOn(text -> !text.equals(CAUSE))
                    .isNotEmpty()
                    .noneMatch(InstallWindowTest::isEnglish);

            window.click("#destroy");
            window.test.until(() -> window.sees("#question-list")
                    && window.texts("#question-list").stream().anyMatch(text -> text.contains(": bleibt ")));
            assertThat(window.texts("#question-list")).noneMatch(InstallWindowTest::isEnglish);
        }
    }

    @Test
    void inGermanAnEndedSessionIsWaitedForInGerman() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.inGerman();
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.account.last().endSignIn();
            window.holdWhen(view -> view.state().pause().isPresent());
            window.account.time.goOn();
            window.test.until(() -> window.view().state().pause().isPresent());

            String said = "The security token included in the request is expired";
            assertThat(window.texts("#sign-in-needed"))
                    .anyMatch(text -> text.startsWith("Niemand ist angemeldet") && text.endsWith(said))
                    .anyMatch(text -> text.startsWith("Das ist ein Probelauf"))
                    .noneMatch(text -> isEnglish(text.replace(said, "")));
            window.account.last().signIn();
            window.account.time.goOn();
            window.untilEnded();
        }
    }

    private static boolean isEnglish(String text) {
        return Pattern.compile("(?i)\\b(the|then|again|install|destroy|with|stays|deleted)\\b")
                .matcher(text)
                .find();
    }

    @Test
    void aFailedStageIsRolledBackAndInstalledAnew() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home, cloud -> cloud.failNext("AWS::MSK::Cluster", CAUSE))) {
            window.startAndFinish();

            window.click("#roll-back-messaging");
            window.test.until(() -> !window.node("#question-go").isDisabled());
            assertThat(window.text("#question-title")).endsWith("(rehearsal)");
            window.click("#question-go");
            window.test.until(() -> window.view().operation() == Event.Operation.ROLL_BACK
                    && window.view().end().isPresent());
            assertThat(window.sees("#rolled-back")).isTrue();

            window.click("#retry");
            window.test.until(() -> window.view().succeeded() && window.view().operation() == Event.Operation.INSTALL);
            assertThat(window.sees("#success")).isTrue();
        }
    }

    @Test
    void stoppingFinishesWhatIsInFlightAndInstallingAgainGoesOn() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.click("#cancel");
            assertThat(window.text("#cancel")).isEqualTo("Stop at once");
            assertThat(window.text("#run-stopping")).contains("nothing new is started");
            window.account.time.goOn();
            window.untilEnded();

            assertThat(window.text("#run-title")).isEqualTo("The install of demo was stopped (rehearsal)");
            assertThat(window.node("#stage-messaging").getAccessibleText()).contains("Kafka, done");
            assertThat(window.node("#stage-hand-over").getAccessibleText()).contains("not started");

            window.click("#retry");
            window.test.until(() -> window.view().succeeded());
            assertThat(window.node("#stage-messaging").getAccessibleText()).contains("up to date");
        }
    }

    @Test
    void stoppingTwiceWaitsForNothing() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.click("#cancel");
            window.click("#cancel");
            window.untilEnded();

            assertThat(window.view().endedWith(Event.Outcome.CANCELLED)).isTrue();
            assertThat(window.sees("#cancelled")).isTrue();
        }
    }

    @Test
    void whereDnsIsElsewhereTheRecordsAreShownAndTheRunGoesOnByItself() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.onWindow(() -> window.draft().text("domain.dns").set("elsewhere"));
            window.holdWhen(view -> view.awaited().containsKey(StageId.DNS));
            window.start();
            window.test.until(() -> window.view().awaited().containsKey(StageId.DNS));

            assertThat(window.text("#run-title")).isEqualTo("Waiting for your DNS records (rehearsal)");
            assertThat(window.sees("#records-dns")).isTrue();
            assertThat(window.texts("#records-dns"))
                    .anyMatch(text -> text.startsWith("This is a rehearsal: a simulated provider does that"))
                    .contains("Here you would add these records at your DNS provider")
                    .contains("ess.", "example.", "elb.", "amazonaws.");
            window.click("#copy-dns-0-value");
            assertThat(window.test.copied()).endsWith(".elb.eu-central-1.amazonaws.com");

            window.account.time.goOn();
            window.untilEnded();
            assertThat(window.view().succeeded()).isTrue();
            assertThat(window.sees("#records-dns")).isFalse();
        }
    }

    @Test
    void aSessionThatEndsIsWaitedFor() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.account.last().endSignIn();
            window.holdWhen(view -> view.state().pause().isPresent());
            window.account.time.goOn();
            window.test.until(() -> window.view().state().pause().isPresent());
            assertThat(window.text("#run-title")).isEqualTo("Waiting for a new sign-in (rehearsal)");
            assertThat(window.sees("#sign-in-needed")).isTrue();

            window.account.last().signIn();
            window.account.time.goOn();
            window.untilEnded();
            assertThat(window.view().succeeded()).isTrue();
            assertThat(window.sees("#sign-in-needed")).isFalse();
        }
    }

    @Test
    void closingDuringARunAsksAndCanBeTakenBack() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.pressesCloseButton();
            assertThat(window.sees("#closing")).isTrue();
            assertThat(window.text("#closing-text")).contains("Nothing real is affected");
            assertThat(window.text("#closing-flight")).contains("Kafka");
            window.person.type(KeyCode.ESCAPE);
            window.test.until(() -> !window.sees("#closing"));
            assertThat(window.view().stand()).isEqualTo(RunView.Stand.RUNNING);

            window.pressesCloseButton();
            window.click("#closing-finish");
            assertThat(window.view().stand()).isEqualTo(RunView.Stand.STOPPING);
            assertThat(window.test.stage().isShowing()).isTrue();
            window.account.time.goOn();
            window.test.until(() -> !window.test.stage().isShowing());
            assertThat(window.view().endedWith(Event.Outcome.CANCELLED)).isTrue();
        }
    }

    @Test
    void closingAtOnceWaitsForNothing() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.pressesCloseButton();
            window.click("#closing-leave");

            window.test.until(() -> !window.test.stage().isShowing());
        }
    }

    @Test
    void closingDuringARunStillAsksAboutWhatIsNotSaved() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.onWindow(
                    () -> window.draft().text("database.storageGiB").set("40"));
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));

            window.pressesCloseButton();
            window.click("#closing-leave");
            window.test.until(() -> window.sees("#plan-changed"));
            assertThat(window.test.stage().isShowing()).isTrue();

            window.click("#plan-changed-discard");
            window.test.until(() -> !window.test.stage().isShowing());
        }
    }

    @Test
    void whatIsRealIsInstalledAndTakenDownOnlyByName() throws Exception {
        try (RunWindow window = RunWindow.forReal(home)) {
            window.review();
            window.click("#next");
            assertThat(window.sees("#confirm")).isTrue();
            assertThat(window.node("#confirm-install").isDisabled()).isTrue();
            assertThat(Seen.text("#confirm")).contains("at this endpoint, which is not AWS");
            assertThat(window.view()).isEqualTo(RunView.NONE);
            window.person.write("demo");
            window.click("#confirm-install");
            window.untilEnded();
            assertThat(window.view().succeeded()).isTrue();

            window.click("#destroy");
            window.test.until(() -> window.person
                    .lookup("Goes: Stack ess-demo-network, 42 resources")
                    .tryQuery()
                    .isPresent());
            assertThat(window.texts("#question-list"))
                    .as("what stays is seen without scrolling")
                    .first()
                    .asString()
                    .endsWith(": stays with all that is in it");
            assertThat(window.node("#question-go").isDisabled()).isTrue();
            window.click("#question-name");
            window.person.write("demo");
            window.click("#question-go");
            window.test.until(() -> window.view().operation() == Event.Operation.DESTROY
                    && window.view().end().isPresent());
            assertThat(window.text("#run-title")).isEqualTo("demo is taken down");
            assertThat(window.sees("#gone")).isTrue();
            assertThat(window.test.window().wizard().installed().get()).isFalse();
        }
    }

    @Test
    void theLogFollowsIsSearchedAndSaved() throws Exception {
        Path saved = home.resolve("demo.log");
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.fileToSave = Optional.of(saved);
            window.startAndFinish();
            assertThat(log(window).getItems())
                    .extracting(String::valueOf)
                    .anyMatch(line -> line.contains("is in progress: Resource creation Initiated"))
                    .noneMatch(line -> line.contains("is in progress:]"));
            int all = log(window).getItems().size();
            assertThat(all).isGreaterThan(200);

            window.click("#log-search");
            window.person.write("kafka");
            window.test.until(() -> log(window).getItems().size() < all);
            assertThat(log(window).getItems())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(String.valueOf(line)).containsIgnoringCase("kafka"));
            window.click("#log-clear");
            window.test.until(() -> log(window).getItems().size() == all);
            window.person.write("msk");
            window.test.until(() -> log(window).getItems().size() < all);
            window.person.type(KeyCode.ESCAPE);
            window.test.until(() -> log(window).getItems().size() == all);

            window.click("#log");
            window.person.type(KeyCode.PAGE_UP);
            assertThat(((ToggleButton) window.node("#log-follow")).isSelected()).isFalse();

            window.click("#log-save");
            window.test.until(
                    () -> Files.exists(saved) && window.text("#log-saved").contains("demo.log"));
            assertThat(Files.readAllLines(saved)).hasSize(all).last().asString().contains("complete after");
        }
    }

    @Test
    void aLineOfTheLogIsReadInFullAndCopied() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home, cloud -> cloud.failNext("AWS::MSK::Cluster", CAUSE))) {
            window.test.resize(1_024, 700);
            window.startAndFinish();
            assertThat(window.node("#log-copy").isDisabled()).isTrue();
            window.click("#log-search");
            window.person.write("failed: ");
            window.test.until(() -> log(window).getItems().size() < 10);
            window.test.settle();
            window.click("#log");

            window.person.clickOn(firstLine(window));

            assertThat(((ToggleButton) window.node("#log-follow")).isSelected()).isFalse();
            assertThat(((TextArea) window.node("#log-whole")).getText())
                    .startsWith("Kafka: ")
                    .contains(CAUSE);
            window.person.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
            window.person.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
            assertThat(window.test.copied().lines())
                    .hasSize(log(window).getItems().size())
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.contains("problem"));
            window.person.clickOn(firstLine(window));
            window.click("#log-copy");
            assertThat(window.test.copied().lines()).singleElement().asString().contains("Kafka", CAUSE);
        }
    }

    private static Node firstLine(RunWindow window) {
        return window.node("#log").lookupAll(".log-row").stream()
                .filter(row -> row.isVisible() && row.getParent().isVisible())
                .min(Comparator.comparing(row -> row.localToScreen(0, 0).getY()))
                .orElseThrow();
    }

    @Test
    void inASmallWindowTheLogShortensResourcesAndNotTheirStates() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.resize(1_024, 700);
            window.startAndFinish();
            window.click("#log-search");
            window.person.write("(msk ");
            window.test.until(() -> !log(window).getItems().isEmpty());
            window.test.settle();

            assertThat(drawn(log(window)))
                    .isNotEmpty()
                    .anyMatch(text -> text.startsWith("Kafka: ") && text.endsWith("..."))
                    .anyMatch("is complete"::equals)
                    .anyMatch(text -> text.startsWith("is in progress"));
        }
    }

    @Test
    void inALargeWindowTheTextsOfTheLogBeginBelowEachOther() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.resize(1_440, 900);
            window.startAndFinish();
            window.test.settle();

            List<Node> rows = log(window).lookupAll(".log-row").stream()
                    .filter(row -> row.isVisible() && row.getParent().isVisible())
                    .toList();
            assertThat(rows)
                    .hasSizeGreaterThan(3)
                    .extracting(row -> row.lookup(".log-text").getLayoutX())
                    .containsOnly(rows.getFirst().lookup(".log-text").getLayoutX());
            assertThat(rows)
                    .extracting(row -> ((Labeled) row.lookup(".log-stage")).getText())
                    .contains("")
                    .anyMatch(stage -> !stage.isEmpty());
        }
    }

    /** The texts of a list as they are to be seen, shortened or not. */
    private static List<String> drawn(Node list) {
        return list.lookupAll(".log-text").stream()
                .flatMap(label -> label.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText())
                .toList();
    }

    @Test
    void diagnosticsAreSavedWhereThePersonWants() throws Exception {
        Path zip = home.resolve("what-happened.zip");
        try (RunWindow window = RunWindow.rehearsing(home, cloud -> cloud.failNext("AWS::MSK::Cluster", CAUSE))) {
            window.test.fileToSave = Optional.of(zip);
            window.startAndFinish();

            window.click("#diagnostics");
            window.test.until(() -> window.text("#notice").contains("Secrets were taken out"));
            assertThat(zip).isNotEmptyFile();
        }
    }

    @Test
    void anotherLanguageInMidRunLosesNothing() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.holdWhen(view -> isRunning(view, StageId.MESSAGING));
            window.start();
            window.test.until(() -> isRunning(window.view(), StageId.MESSAGING));
            List<?> before = List.copyOf(log(window).getItems());

            window.inGerman();
            assertThat(window.text("#run-title")).isEqualTo("demo wird installiert (Probelauf)");
            assertThat(log(window).getItems()).hasSameSizeAs(before);
            window.test.until(() -> lastSeen(log(window)) == before.size() - 1);

            window.account.time.goOn();
            window.untilEnded();
            assertThat(window.text("#run-title")).isEqualTo("demo ist installiert (Probelauf)");
        }
    }

    /** The narrowest drawing there is: a badge beside each label, and beside the badges of the boxes inside. */
    @Test
    void inASmallWindowBadgesLeaveTheAddressesOfSubnetsAndEachOtherAlone() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.resize(1_024, 700);
            window.startAndFinish();
            window.test.settle();

            assertThat(all(window, ".drawing-area > .drawing-detail"))
                    .filteredOn(detail -> ((Labeled) detail).getText().startsWith("10.40."))
                    .hasSize(7)
                    .allMatch(Node::isVisible);
            List<Bounds> badges = all(window, ".drawing-badge").stream()
                    .filter(Node::isVisible)
                    .map(badge -> badge.localToScene(badge.getLayoutBounds()))
                    .toList();
            assertThat(badges)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(badge ->
                            assertThat(badges).filteredOn(badge::intersects).hasSize(1));
        }
    }

    /** A cached part of the page is drawn anew as a whole, and the glow of a box with all that lies below it. */
    @Test
    void whileItRunsOnlyIconsMove() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            // Database, brokers and cluster take longest, all at the same time.
            window.holdWhen(view -> view.state().bar() > 0.35);
            window.start();
            window.test.until(() -> window.view().state().bar() > 0.35);
            window.test.until(() -> !all(window, ".drawing-glow").isEmpty());

            assertThat(all(window, ".viewport")).hasSizeGreaterThan(1).noneMatch(Node::isCache);
            assertThat(all(window, ".drawing-glow"))
                    .noneMatch(glow -> glow.opacityProperty().isBound());
            assertThat(all(window, ".drawing-box:running > .drawing-badge > .ikonli-font-icon"))
                    .anyMatch(icon -> icon.opacityProperty().isBound());

            window.account.time.goOn();
            window.untilEnded();
            assertThat(all(window, ".drawing-badge > .ikonli-font-icon"))
                    .isNotEmpty()
                    .allMatch(icon -> icon.getOpacity() == 1);
        }
    }

    private static Set<Node> all(RunWindow window, String selector) {
        return window.test.stage().getScene().getRoot().lookupAll(selector);
    }

    private static ListView<?> log(RunWindow window) {
        return (ListView<?>) window.node("#log");
    }

    /** Its index; -1 where nothing is seen. */
    private static int lastSeen(ListView<?> list) {
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        IndexedCell<?> cell = flow == null ? null : flow.getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    private static boolean isRunning(RunView view, StageId stage) {
        return Optional.ofNullable(view.state().stages().get(stage))
                .filter(s -> s.phase() instanceof StagePhase.Running)
                .isPresent();
    }
}
