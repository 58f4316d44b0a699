package dev.essha.launch;

import static dev.essha.launch.Seen.node;
import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Places;
import dev.essha.blueprint.StackTags;
import dev.essha.cloud.StackRequest;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.PlanWriter;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The start page, plan files, and what is kept of what was typed. */
class StartWindowTest {

    private static final Plan PLAN =
            Preset.PRODUCTION.plan(new DeploymentName("acme"), Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path home;

    @Test
    void aNewPlanBeginsWithAPresetAndTheSignIn() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#new-production");

            test.until(() -> wizard(test).step().get() == Step.SIGN_IN);
            assertThat(wizard(test).draft().readable().get())
                    .isEqualTo(
                            Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN));
        }
    }

    @Test
    void aRehearsalNeedsNoSignIn() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");

            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            assertThat(wizard(test).venue().get().orElseThrow().isRehearsal()).isTrue();
        }
    }

    @Test
    void aRehearsalThatGoesOnIsContinuedAndNotBegunAnew() throws Exception {
        Venue slow = Venue.rehearsal(Places.Choice.passing(1));
        try (TestWindow test = TestWindow.open(home)) {
            assertThat(text("#rehearse")).isEqualTo("Rehearse");
            test.onWindow(() -> wizard(test).venue().set(Optional.of(slow)));
            test.until(() -> text("#rehearse").equals("Continue the rehearsal"));

            robot.clickOn("#rehearse");

            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            assertThat(wizard(test).venue().get()).contains(slow);
        }
    }

    @Test
    void aPlanFileIsOpenedAndRemembered() throws Exception {
        Path file = write("acme.yaml", PlanWriter.write(PLAN));
        try (TestWindow test = TestWindow.open(home)) {
            test.fileToOpen = Optional.of(file);
            robot.clickOn("#open-plan");

            test.until(() -> wizard(test).step().get() == Step.SIGN_IN);
            assertThat(wizard(test).draft().readable().get()).isEqualTo(PLAN);
            assertThat(wizard(test).errand().get()).contains(Step.REVIEW);
            assertThat(test.stage().getTitle()).isEqualTo("acme.yaml - ESS HA Installer");
        }
        try (TestWindow next = TestWindow.open(home)) {
            next.until(() -> text("#recent-0").contains("acme in eu-central-1"));
            robot.clickOn("#recent-0");

            next.until(() -> wizard(next).file().get().equals(Optional.of(file)));
        }
    }

    @Test
    void aRecentFileThatIsGoneSaysSoAndCanBeRemoved() throws Exception {
        Path file = write("gone.yaml", PlanWriter.write(PLAN));
        try (TestWindow test = TestWindow.open(home)) {
            test.onWindow(() -> test.window().open(file));
            test.until(() -> wizard(test).file().get().isPresent());
        }
        Files.delete(file);
        try (TestWindow next = TestWindow.open(home)) {
            next.until(() -> text("#recent-0").contains("No longer there"));
            assertThat(node("#recent-0").isDisabled()).isTrue();

            robot.clickOn("#recent-remove-0");

            next.until(() -> robot.lookup("#recent-0").tryQuery().isEmpty());
            assertThat(next.window().preferences().recent()).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeUnderstoodShowsAllItsProblems() throws Exception {
        String broken = PlanWriter.write(PLAN)
                .replaceFirst("storageGiB: \\d+", "storageGiB: plenty")
                .replaceFirst("vpcCidr: \\S+", "vpcCidr: 10.0.0.1/16");
        Path file = write("broken.yaml", broken);
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.onWindow(() -> wizard(test).draft().text("name").set("mine"));
            test.fileToOpen = Optional.of(file);

            robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);

            test.until(() -> robot.lookup("#refused").tryQuery().isPresent());
            int line = lineOf(broken, "10.0.0.1/16");
            assertThat(text("#refused"))
                    .contains("broken.yaml cannot be understood", "line " + line + ",", "10.0.0.1/16", "plenty");
            assertThat(wizard(test).draft().text("name").get()).isEqualTo("mine");

            robot.clickOn("#refused-copy");
            assertThat(test.copied()).contains(file + ":" + line + ":", "plenty");

            Files.writeString(file, PlanWriter.write(PLAN));
            robot.clickOn("#refused-again");
            test.until(() -> robot.lookup("#plan-changed").tryQuery().isPresent());
            robot.clickOn("#plan-changed-discard");
            test.until(() -> wizard(test).draft().readable().get().equals(PLAN));
            assertThat(robot.lookup("#refused").tryQuery()).isEmpty();
        }
    }

    @Test
    void aFileThatBreaksRulesIsOpenedAtItsFirstProblem() throws Exception {
        Path file = write(
                "rules.yaml",
                PlanWriter.write(PLAN)
                        .replaceFirst("dns: route53", "dns: elsewhere")
                        .replaceFirst("privateZone: false", "privateZone: true"));
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);

            test.onWindow(() -> test.window().open(file));

            test.until(() -> wizard(test).step().get() == Step.DOMAIN);
            assertThat(wizard(test).draft().judged().get().at("domain.privateZone"))
                    .isNotEmpty();
        }
    }

    @Test
    void aPlanIsSavedChangedAndOpenedAgain() throws Exception {
        Path file = home.resolve("mine.yaml");
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.fileToSave = Optional.of(file);
            test.onWindow(() -> wizard(test).draft().text("name").set("mine"));
            assertThat(((MenuButton) node("#plan-menu")).getText()).isEqualTo("mine, not saved");

            save();
            test.until(() -> test.stage().getTitle().equals("mine.yaml - ESS HA Installer"));
            assertThat(PlanReader.read(file).plan())
                    .contains(wizard(test).draft().readable().get());

            test.onWindow(() -> wizard(test).draft().text("name").set("other"));
            test.until(() -> test.stage().getTitle().equals("mine.yaml (not saved) - ESS HA Installer"));
            save();
            test.until(() -> !wizard(test).plans().unsaved().get());
            assertThat(PlanReader.read(file).plan().orElseThrow().name().value())
                    .isEqualTo("other");
        }
    }

    @Test
    void whatSomebodyElseWroteIsNotReplacedUnasked() throws Exception {
        Path file = write("theirs.yaml", "# A remark of mine\n" + PlanWriter.write(PLAN));
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.onWindow(() -> test.window().open(file));
            test.until(() -> wizard(test).file().get().isPresent());
            test.onWindow(() -> wizard(test).draft().text("name").set("other"));

            save();
            test.until(() -> text("#plan-overwrite").contains("written by hand"));
            robot.clickOn("#plan-overwrite-cancel");
            assertThat(Files.readString(file)).startsWith("# A remark of mine");

            Files.writeString(file, "# changed meanwhile\n");
            save();
            test.until(() -> text("#plan-overwrite").contains("changed by somebody else"));
            robot.clickOn("#plan-overwrite-overwrite");
            test.until(() -> !wizard(test).plans().unsaved().get());
            assertThat(PlanReader.read(file).plan().orElseThrow().name().value())
                    .isEqualTo("other");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOfAndNothingIsLost() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.onWindow(() -> wizard(test).draft().text("name").set("mine"));
            test.fileToSave = Optional.of(home.resolve("no/such/folder/plan.yaml"));

            save();

            test.until(() -> text("#plan-not-saved").contains("NoSuchFile"));
            test.fileToSave = Optional.of(home.resolve("plan.yaml"));
            robot.clickOn("#plan-not-saved-other");
            test.until(() -> !wizard(test).plans().unsaved().get());
            assertThat(home.resolve("plan.yaml")).exists();
        }
    }

    @Test
    void aValueThatCannotBeReadIsShownInsteadOfSaved() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.onWindow(() -> wizard(test).draft().text("domain.name").set("not a domain"));

            save();
            test.until(() -> robot.lookup("#plan-unreadable").tryQuery().isPresent());
            robot.clickOn("#plan-unreadable-show");

            test.until(() -> wizard(test).step().get() == Step.DOMAIN);
        }
    }

    @Test
    void closingWithChangesAsks() throws Exception {
        Path file = home.resolve("closed.yaml");
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.onWindow(() -> wizard(test).draft().text("name").set("mine"));

            askToClose(test);
            test.until(() -> robot.lookup("#plan-changed").tryQuery().isPresent());
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            test.until(() -> robot.lookup("#plan-changed").tryQuery().isEmpty());
            assertThat(test.stage().isShowing()).isTrue();

            test.fileToSave = Optional.of(file);
            askToClose(test);
            robot.clickOn("#plan-changed-save");
            test.until(() -> !test.stage().isShowing());
            assertThat(PlanReader.read(file).plan().orElseThrow().name().value())
                    .isEqualTo("mine");
            assertThat(draftFile()).doesNotExist();
        }
    }

    @Test
    void changesCanBeKeptForTheNextWindow() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            test.onWindow(() -> wizard(test).draft().text("domain.name").set("not a domain"));

            askToClose(test);
            assertThat(robot.lookup("#plan-changed-save").tryQuery()).isEmpty();
            robot.clickOn("#plan-changed-keep");
            test.until(() -> !test.stage().isShowing());
        }
        try (TestWindow next = TestWindow.open(home)) {
            robot.clickOn("#left-continue");
            next.until(() -> wizard(next).step().get() == Step.NETWORK);
            assertThat(wizard(next).draft().text("domain.name").get()).isEqualTo("not a domain");
        }
    }

    @Test
    void whatWasTypedBeforeACrashIsOfferedWithEveryFieldAndTheStep() throws Exception {
        Map<String, String> typed = Map.of(
                "name", "Not A Name",
                "database.storageGiB", "plenty",
                "network.vpcCidr", "10.1.0.0/16",
                "network.zones[1].publicCidr", "10.1.0.0/99",
                "tags", "team=solid\ncost",
                "edge.allowedCidrs", "198.51.100.0/24\nnonsense");
        try (TestWindow killed = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            killed.until(() -> wizard(killed).step().get() == Step.NETWORK);
            killed.onWindow(() -> wizard(killed).go(Step.SIZING));
            killed.onWindow(() -> typed.forEach(
                    (path, text) -> wizard(killed).draft().text(path).set(text)));
            killed.until(() -> read(draftFile()).contains("Not A Name"));
        }
        try (TestWindow next = TestWindow.open(home)) {
            assertThat(text("#left-continue")).isEqualTo("Continue");
            robot.clickOn("#left-continue");

            next.until(() -> wizard(next).draft().text("name").get().equals("Not A Name"));
            typed.forEach(
                    (path, text) -> assertThat(wizard(next).draft().text(path).get())
                            .as(path)
                            .isEqualTo(text.replace("\ncost", "\ncost=")));
            assertThat(wizard(next).venue().get().orElseThrow().isRehearsal()).isTrue();
            assertThat(wizard(next).furthest()).isEqualTo(Step.SIZING);
            assertThat(wizard(next).plans().unsaved().get()).isTrue();
        }
    }

    @Test
    void aDraftThatIsDiscardedIsGone() throws Exception {
        try (TestWindow killed = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            killed.onWindow(() -> wizard(killed).draft().text("name").set("mine"));
            killed.until(() -> read(draftFile()).contains("mine"));
        }
        try (TestWindow next = TestWindow.open(home)) {
            robot.clickOn("#left-discard");
            next.until(() -> !Files.exists(draftFile()));
            assertThat(robot.lookup("#left-discard").tryQuery()).isEmpty();
        }
    }

    @Test
    void aDraftThatIsLeftAloneOutlivesWhatIsTypedNext() throws Exception {
        try (TestWindow killed = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            killed.onWindow(() -> wizard(killed).draft().text("name").set("first"));
            killed.until(() -> read(draftFile()).contains("first"));
        }
        try (TestWindow killed = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            killed.onWindow(() -> wizard(killed).draft().text("name").set("second"));
            killed.until(() -> read(draftFile()).contains("second"));
        }
        try (TestWindow _ = TestWindow.open(home)) {
            assertThat(robot.lookup("#left-continue").queryAll()).hasSize(2);
        }
    }

    @Test
    void deploymentsInTheAccountAreListedAndTheirPlanIsAskedFor() throws Exception {
        stack("ess-poc-network", "network");
        stack("ess-poc-edge", "edge");
        Path other = write("other.yaml", PlanWriter.write(PLAN));
        Path its = write(
                "its.yaml",
                PlanWriter.write(Preset.PROOF_OF_CONCEPT.plan(
                        new DeploymentName("found"), Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN)));
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
            robot.clickOn("#rail-start").clickOn("#find-deployments");
            test.until(() -> robot.lookup("#found-open-found").tryQuery().isPresent());
            assertThat(text("#found"))
                    .contains("One deployment was found in eu-central-1", "REVIEW_IN_PROGRESS", "network", "edge");

            test.fileToOpen = Optional.of(other);
            robot.clickOn("#found-open-found");
            test.until(() -> text("#plan-other").contains("the plan of acme in eu-central-1"));
            test.fileToOpen = Optional.of(its);
            robot.clickOn("#plan-other-choose");

            test.until(() -> wizard(test).file().get().equals(Optional.of(its)));
            assertThat(wizard(test).installed().get()).isTrue();
            robot.clickOn("#rail-checklist");
            test.until(() -> wizard(test).step().get() == Step.CHECKLIST);
        }
    }

    @Test
    void aRegionThatIsNoneIsToldOf() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            robot.clickOn("#rehearse").clickOn("#rail-start").clickOn("#find-deployments");
            test.onWindow(() -> ((TextField) node("#found-region")).setText("nowhere"));
            robot.clickOn("#found-look");

            test.until(() -> text("#found-state").contains("nowhere"));
        }
    }

    /** What stands in the kept account of the first draft. */
    private void stack(String name, String stage) {
        Wiring wiring = new Wiring(new Surroundings(Map.of(), home, "Linux", false), "0.0.0");
        Plan first = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        try (Places.Session session = wiring.open(first, Places.Choice.rehearsal())) {
            session.cloud()
                    .stacks()
                    .propose(new StackRequest(
                            name,
                            "Resources: {Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /" + name + "}}}",
                            new TreeMap<>(),
                            new TreeMap<>(Map.of(StackTags.DEPLOYMENT, "found", StackTags.STAGE, stage))));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private Path draftFile() {
        return home.resolve(".local/state/ess-ha/draft.json");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    private void save() {
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    }

    private static void askToClose(TestWindow test) {
        test.onWindow(
                () -> Event.fireEvent(test.stage(), new WindowEvent(test.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static Wizard wizard(TestWindow test) {
        return test.window().wizard();
    }
}
