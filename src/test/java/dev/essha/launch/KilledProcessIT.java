package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program's process is ended as {@code kill -9} ends it, at events that a seed chooses, and each time the next one goes on
 * from what stands in the account. {@link KilledIT} does the same much more often, without processes.
 */
class KilledProcessIT {

    private static final String REGION = "eu-central-1";
    private static final long SEED = 25;
    private static final int KILLS_OF_INSTALL = 9;
    private static final int KILLS_OF_DESTROY = 4;
    /** Slow enough that something is in progress in the account whenever a process ends. */
    private static final double SPEED = 300;

    /** Of an install about a fourth: the account goes on while nobody runs, and what it did then is no event. */
    private static final int EVENTS = 30;

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Random random = new Random(SEED);
    private final List<String> killed = new ArrayList<>();
    private Path plan;

    @BeforeEach
    void signIn() throws IOException {
        DummyCredentials.set();
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
    }

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    void whateverWasKilledTheNextProcessGoesOnFromThere() throws Exception {
        begin();
        assertThat(run("install", "--yes").status()).isZero();
        Map<String, Integer> once = KilledIT.counts(emulator.control().state(REGION));

        begin();
        JsonNode before = emulator.control().state(REGION);
        for (int i = 0; i < KILLS_OF_INSTALL; i++) {
            kill("install");
        }
        Program.Ended install = run("install", "--yes");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
        assertThat(DeploymentIT.failed(run("verify", "--json"))).isEmpty();
        assertThat(run("plan").status()).isZero();
        assertThat(KilledIT.counts(emulator.control().state(REGION))).isEqualTo(once);
        assertThat(run("diagnostics", "--out", folder.resolve("killed.zip").toString())
                        .status())
                .isZero();
        for (int i = 0; i < KILLS_OF_DESTROY; i++) {
            kill("destroy");
        }
        assertThat(run("destroy", "--yes").status()).isZero();
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .as("the bucket, the key and the last snapshot stay")
                .allMatch(left -> left.matches("(s3.bucket|kms.key|kms.alias|rds.snapshot) .*"));
        System.out.printf(
                "killed with SIGKILL: %d processes of %d, at %s; all went on%n",
                killed.size(), KILLS_OF_INSTALL + KILLS_OF_DESTROY, killed);
        assertThat(killed).hasSizeGreaterThanOrEqualTo(10);
        assertThat(process().error()).content().doesNotContain("Exception", "\tat ");
    }

    private void begin() {
        emulator.reset();
        emulator.control().speed(SPEED);
        new Boto("ess-demo").does("hosted-zone");
    }

    /** At an event of its output; a process that ends before cannot be killed. */
    private void kill(String command) throws IOException, InterruptedException {
        int last = 1 + random.nextInt(EVENTS);
        Process process = process().start(arguments(command, "--yes", "--json"));
        try (BufferedReader events = process.inputReader()) {
            int seen = 0;
            while (seen < last && events.readLine() != null) {
                seen++;
            }
            if (seen == last && process.isAlive()) {
                process.destroyForcibly();
                killed.add(command + " " + last);
            }
        }
        process.waitFor();
    }

    private ProgramProcess process() {
        return new ProgramProcess(folder, Map.of("AWS_ACCESS_KEY_ID", "testing", "AWS_SECRET_ACCESS_KEY", "testing"));
    }

    private Program.Ended run(String command, String... more) {
        return new Program(folder, List.of()).run(arguments(command, more));
    }

    private String[] arguments(String command, String... more) {
        return Stream.of(Stream.of(command, plan.toString()), Stream.of(more), DeploymentIT.place(emulator).stream())
                .flatMap(arguments -> arguments)
                .toArray(String[]::new);
    }
}
