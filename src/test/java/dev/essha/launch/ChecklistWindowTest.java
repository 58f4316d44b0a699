package dev.essha.launch;

import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.ResourceNames;
import dev.essha.ui.wizard.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands is judged, again and again, and something is broken and mended by hand meanwhile. */
class ChecklistWindowTest {

    private static final String DATABASE = "AWS::RDS::DBInstance";

    @TempDir
    private Path home;

    @Test
    void readyAfterSeveralLooksInARowAndNotReadyOnceSomethingFails() throws Exception {
        Path saved = home.resolve("report.html");
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.fileToSave = Optional.of(saved);
            window.startAndFinish();
            window.account.time.hold();
            window.click("#next");
            window.test.until(() -> text("#check-headline").equals("All 49 checks hold"));
            assertThat(text("#check-progress")).startsWith("1 of 3 rounds in a row");
            window.account.time.goOn();
            window.test.until(() -> text("#check-headline").startsWith("Ready: all "));
            assertThat(text("#check-progress")).startsWith("3 of 3 rounds in a row");
            assertThat(text("#check-failing")).isEqualTo("Failing (0)");

            window.account.time.hold();
            multiAz(window, false);
            window.click("#finding-R9-multi-az > .title");
            window.click("#again-R9-multi-az");
            window.test.until(() -> text("#check-headline").startsWith("1 of "));
            window.click("#check-failing");
            assertThat(window.sees("#finding-R9-multi-az")).isTrue();
            assertThat(Seen.isThere("#finding-R10-bucket")).isFalse();

            multiAz(window, true);
            window.click("#again-R9-multi-az");
            window.test.until(() -> text("#check-failing").equals("Failing (0)"));
            window.account.time.goOn();
            window.test.until(() -> text("#check-headline").startsWith("Ready: all "));
            assertThat(text(".check-groups")).isEqualTo("No check of this kind.");

            window.click("#check-save");
            window.test.until(() -> text("#check-progress").equals("The report is in " + saved + "."));
            assertThat(Files.readString(saved)).contains("<html", "ess.example.com");
        }
    }

    @Test
    void whereNothingIsInstalledNothingHasFailed() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.account.time.hold();
            checklist(window);
            window.test.until(() -> text("#check-headline").equals("demo is not installed"));
            assertThat(text("#check-progress"))
                    .startsWith("No stack of it is in the account")
                    .endsWith("by the clock of the rehearsal.");
            assertThat(text("#finding-R14-repositories")).contains("To come");
            assertThat(Seen.texts(".check-groups .verdict")).hasSize(49).containsOnly("To come");
            assertThat(text("#check-failing")).isEmpty();
            assertThat(text("#check-afterwards")).isEmpty();
            assertThat(Seen.node("#check-save").isDisabled()).isTrue();
            window.click("#finding-R1-one-vpc > .title");
            assertThat(text("#finding-R1-one-vpc")).contains("Why it matters").doesNotContain("What to do");
        }
    }

    /** What was found of one deployment says nothing of another, and is not shown under its plan. */
    @Test
    void anotherDeploymentIsJudgedByItselfAndTheFirstOneAnew() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.startAndFinish();
            window.click("#next");
            window.test.until(() -> text("#check-headline").startsWith("Ready: all "));
            assertThat(text("#check-afterwards")).contains("DatabaseEndpoint", "BucketName", "KafkaSecretName");

            rename(window, "other");
            assertThat(window.test.window().wizard().installed().get()).isFalse();
            window.account.time.hold();
            checklist(window);
            window.test.until(() -> text("#check-headline").equals("other is not installed"));
            assertThat(text("#check-afterwards")).isEmpty();

            rename(window, "demo");
            assertThat(window.test.window().wizard().installed().get()).isTrue();
            checklist(window);
            window.test.until(() -> text("#check-headline").equals("All 49 checks hold"));
            assertThat(text("#check-afterwards")).contains("DatabaseEndpoint");
        }
    }

    /** Days may lie between: ready was said of what stood then. */
    @Test
    void whoeverComesBackSeesWhatStandsNow() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.startAndFinish();
            window.click("#next");
            window.test.until(() -> text("#check-headline").startsWith("Ready: all "));

            window.click("#rail-review");
            multiAz(window, false);
            window.click("#rail-checklist");
            window.test.until(() -> text("#check-headline").startsWith("1 of "));

            window.inGerman();
            window.test.until(() -> text("#check-headline").equals("1 von 49 Prüfungen sind nicht erfüllt"));
            assertThat(text("#finding-R1-one-vpc")).contains("Alles läuft in einer VPC");
        }
    }

    private static void rename(RunWindow window, String name) {
        window.test.onWindow(() -> {
            window.test.window().wizard().step().set(Step.NETWORK);
            window.draft().text("name").set(name);
        });
    }

    private static void checklist(RunWindow window) {
        window.test.onWindow(() -> window.test.window().wizard().step().set(Step.CHECKLIST));
    }

    private static void multiAz(RunWindow window, boolean on) {
        String database = new ResourceNames(window.draft().readable().get().name()).database();
        window.account.last().changeByHand(DATABASE, database, "MultiAZ", on);
    }
}
