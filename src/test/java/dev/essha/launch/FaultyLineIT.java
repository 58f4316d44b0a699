package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import dev.essha.emulator.FaultyLine;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Installs and destroys over a bad line: whatever happens, a run ends well, or with a failure in words that a later run
 * heals; nothing is made twice and nothing is left behind.
 */
class FaultyLineIT {

    private static final String REGION = "eu-central-1";
    /** Runs over the same bad line before a clean one has to do. */
    private static final int PATIENCE = 4;

    @TempDir
    private Path folder;

    /** What an install and a destroy ask for when nothing goes wrong: the first row's, which runs first. */
    private static long cleanRequests;

    private final Emulator emulator = Emulator.shared();
    private Path plan;
    private JsonNode before;

    @BeforeEach
    void signIn() throws IOException {
        emulator.reset();
        DummyCredentials.set();
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
        new Boto("ess-demo").does("hosted-zone");
        before = emulator.control().state(REGION);
    }

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "0.1, 2", "0.3, 3"})
    void overABadLineARunEndsWellOrIsHealedByALaterOne(double rate, long seed) {
        try (FaultyLine line = FaultyLine.to(emulator.endpoint(), rate, seed)) {
            int installs = untilItEndsWell(line, "install", plan.toString(), "--yes");
            assertThat(DeploymentIT.failed(clean().run("verify", plan.toString(), "--json")))
                    .isEmpty();
            int destroys = untilItEndsWell(line, "destroy", plan.toString(), "--yes");
            if (rate == 0) {
                assertThat(installs + destroys).as("runs over a good line").isEqualTo(2);
                cleanRequests = line.requests();
            }
            System.out.printf(
                    "faulty line, %.0f %%: %d requests, %.2f times a clean run's; %d suffered (%s); install well after"
                            + " %d, destroy after %d%n",
                    rate * 100,
                    line.requests(),
                    (double) line.requests() / cleanRequests,
                    line.suffered(),
                    line.tally(),
                    installs,
                    destroys);
        }
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .allMatch(left -> left.contains("ess-demo") || left.startsWith("kms.key "));
    }

    /** How many runs it took; the last one over a line without faults. */
    private int untilItEndsWell(FaultyLine line, String... command) {
        Program over = new Program(folder, places(line));
        for (int run = 1; run <= PATIENCE; run++) {
            Program.Ended ended = over.run(command);
            if (ended.status() == 0) {
                return run;
            }
            assertThat(ended.out() + ended.err())
                    .as("a failure in words")
                    .doesNotContain("Exception", "defect of the", "\tat ")
                    .containsAnyOf("FAILED:", "fail ", "ess-ha:");
        }
        Program.Ended ended = clean().run(command);
        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        return PATIENCE + 1;
    }

    private Program clean() {
        return new Program(folder, DeploymentIT.place(emulator));
    }

    private List<String> places(FaultyLine line) {
        List<String> direct = DeploymentIT.place(emulator);
        return List.of("--endpoint-url", line.endpoint().toString(), direct.get(2), direct.get(3));
    }
}
