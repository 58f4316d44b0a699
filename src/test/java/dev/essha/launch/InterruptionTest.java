package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals to a process of its own, since they end the JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends a POSIX signal")
class InterruptionTest {

    @TempDir
    private Path folder;

    @Test
    void interruptedOnceItFinishesWhatIsInFlightAndIsTakenUpAgain() throws Exception {
        Process process = installing("20");
        signal("INT", process);
        String rest = rest(process);

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(rest)
                .contains("Stopping after what is in flight. Ctrl-C again stops at once")
                .contains("finishing what is in flight; nothing new is started")
                .containsPattern("network +complete")
                .containsPattern("database +not started: the run was cancelled")
                .contains("cancelled after")
                .contains("goes on in the account");
        assertThat(installedAgain()).isZero();
    }

    /** So slow that whatever waits for the account's operations never ends. */
    @Test
    void interruptedTwiceItStopsAtOnceAndSaysWhatGoesOn() throws Exception {
        Process process = installing("1");
        signal("INT", process);
        String line = process.inputReader().readLine();
        while (!line.contains("Ctrl-C again stops at once")) {
            line = process.inputReader().readLine();
        }
        signal("INT", process);
        String rest = rest(process);

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(rest)
                .contains("the operation on the stack ess-demo-network goes on in the account")
                .contains("cancelled after");
        assertThat(installedAgain()).isZero();
    }

    @Test
    void endedByTheSystemItSaysWhatGoesOn() throws Exception {
        Process process = installing("1");
        signal("TERM", process);
        String rest = rest(process);

        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(rest).contains("goes on in the account").contains("cancelled after");
        assertThat(installedAgain()).isZero();
    }

    /** An install whose first resource stands. */
    private Process installing(String speed) throws IOException {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
        Process process = start("install", plan.toString(), "--rehearse", "--speed", speed);
        String line = process.inputReader().readLine();
        while (line != null && !line.contains(" stands")) {
            line = process.inputReader().readLine();
        }
        assertThat(line).as("the first resource stands").isNotNull();
        return process;
    }

    private int installedAgain() {
        Program again = new Program(folder, List.of("--rehearse", "--speed", "100000"));
        return again.run("install", folder.resolve("plan.yaml").toString()).status();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static String rest(Process process) {
        return process.inputReader().lines().collect(Collectors.joining("\n"));
    }

    /**
     * Whoever runs the tests in the background may ignore Ctrl-C, which processes inherit, and Java goes by it: so the
     * signal is given back its meaning first, which a shell cannot do and Python, which the emulator needs, can.
     */
    private static final String HEARING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
            + " os.execv(sys.argv[1], sys.argv[1:])";

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-c",
                HEARING,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.essha.launch.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().put("HOME", folder.toString());
        return builder.redirectError(folder.resolve("err.txt").toFile()).start();
    }
}
