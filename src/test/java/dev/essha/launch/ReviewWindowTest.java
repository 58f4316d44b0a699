package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.yaml.PlanReader;
import dev.essha.ui.wizard.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review in the window, as a person sees it. */
class ReviewWindowTest {

    @TempDir
    private Path home;

    @Test
    void everyValueAndWhatWouldBeDoneIsSeen() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.review();

            assertThat(window.text("#review-status-text"))
                    .isEqualTo(
                            "Ready. But when a zone is lost, too little is left for ESS: see \"When a zone is lost\".");
            assertThat(Seen.text("#zone-loss")).contains("2 of 3 nodes are left");
            assertThat(window.text("#value-domain-name")).isEqualTo("ess.example.com");
            assertThat(window.text("#value-network-zones-1-privateCidr")).isEqualTo("10.40.32.0/19");
            assertThat(window.text("#value-domain-apex")).isEqualTo("No: it is below the apex and gets a CNAME");
            assertThat(window.text("#preview-total"))
                    .isEqualTo("97 resources added, in 10 stages; 2 more stages have other steps.");
            assertThat(window.text("#preflight-total")).contains("0 not met");
            assertThat(window.text("#next")).isEqualTo("Start the rehearsal");
        }
    }

    @Test
    void readyIsReadyWhereEnoughIsLeftWhenAZoneIsLost() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.onWindow(
                    () -> window.draft().text("compute.maxNodesPerZone").set("4"));
            window.test.onWindow(
                    () -> window.draft().text("compute.nodesPerZone").set("2"));
            window.review();

            assertThat(window.text("#review-status-text")).isEqualTo("Ready: no known obstacles.");
        }
    }

    @Test
    void theCommandIsTheOneThatDoesTheSame() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.review();
            assertThat(window.text("#command")).isEqualTo("ess-ha install plan.yaml --yes --rehearse --speed 600");
            assertThat(window.text("#plan-file")).contains("not saved yet");

            window.test.onWindow(() -> speed(window).setValue(1_200.0));
            window.click("#copy-command");

            assertThat(window.test.copied()).isEqualTo("ess-ha install plan.yaml --yes --rehearse --speed 1200");
        }
    }

    @Test
    void thePlanIsSavedAndTheBundleExported() throws Exception {
        Path plan = home.resolve("my plan.yaml");
        Path bundle = Files.createDirectory(home.resolve("bundle"));
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.fileToSave = Optional.of(plan);
            window.test.folder = Optional.of(bundle);
            window.test.onWindow(
                    () -> window.draft().text("database.storageGiB").set("40"));
            window.review();
            assertThat(Seen.text("#plan-menu")).contains("not saved");

            window.click("#save-plan");
            window.test.until(() -> window.text("#plan-file").contains("holds what you see here"));
            assertThat(PlanReader.read(plan).plan())
                    .contains(window.draft().readable().get());
            assertThat(Seen.text("#plan-menu")).contains("my plan.yaml").doesNotContain("not saved");
            assertThat(window.text("#command")).contains("\"" + plan + "\"");
            assertThat(window.test.window().preferences().recent()).containsExactly(plan);

            window.click("#export-bundle");
            window.test.until(() -> window.text("#command-told").contains("bundle"));
            assertThat(bundle.resolve("README.md")).exists();
            assertThat(bundle.resolve("deploy.sh")).isExecutable();
        }
    }

    @Test
    void aFileThatSaysSomethingElseIsToldOf() throws Exception {
        Path plan = home.resolve("plan.yaml");
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.test.fileToSave = Optional.of(plan);
            window.review();
            window.click("#save-plan");
            window.test.until(() -> window.text("#plan-file").contains("holds what you see here"));

            window.test.onWindow(() -> window.test.window().wizard().step().set(Step.SIZING));
            window.test.onWindow(
                    () -> window.draft().text("database.storageGiB").set("40"));
            window.review();

            window.test.until(() -> window.text("#plan-file").contains("holds something else"));
        }
    }

    @Test
    void whatLosesDataHasToBeAllowedByName() throws Exception {
        try (RunWindow window = RunWindow.rehearsing(home)) {
            window.startAndFinish();
            window.test.onWindow(() -> window.draft()
                    .text("registry.repositories")
                    .set(window.draft().text("registry.repositories").get().replace("webid", "")));

            window.click("#rail-review");
            window.test.until(() -> Seen.isThere("#allow-registry-RepositoryWebid"));
            assertThat(window.node("#next").isDisabled()).isTrue();
            assertThat(window.text("#review-status-text")).contains("One change loses data");

            window.click("#allow-registry-RepositoryWebid");
            window.test.until(() -> !window.node("#next").isDisabled());
            assertThat(window.text("#command")).endsWith(" --replace registry/RepositoryWebid");
            window.click("#next");
            window.test.until(() -> window.test.window().wizard().step().get() == Step.INSTALL
                    && window.view().end().isPresent());
            assertThat(window.view().succeeded()).isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Double> speed(RunWindow window) {
        return (ComboBox<Double>) window.node("#speed");
    }
}
