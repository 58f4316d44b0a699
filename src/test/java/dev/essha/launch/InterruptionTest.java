package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.BufferedReader;
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

/** Ctrl-C in a process of its own, since it ends the JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends a POSIX signal")
class InterruptionTest {

    @TempDir
    private Path folder;

    @Test
    void anInterruptedInstallSaysWhatGoesOnAndIsTakenUpAgain() throws Exception {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, PlanFile.of(Preset.PROOF_OF_CONCEPT).text());

        Process process = start("install", plan.toString(), "--rehearse", "--speed", "20");
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.contains("Vpc (EC2 VPC) stands")) {
            line = out.readLine();
        }
        assertThat(line).as("the first resource stands").isNotNull();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        String rest = out.lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(rest).contains("goes on in the account").contains("cancelled after");
        Program again = new Program(folder, List.of("--rehearse", "--speed", "100000"));
        assertThat(again.run("install", plan.toString()).status()).isZero();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
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
