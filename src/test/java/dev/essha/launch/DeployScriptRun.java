package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.emulator.Emulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A bundle's {@code deploy.sh}, run with the {@code aws} command (of the emulator's Python) against the emulator. Nothing of
 * the caller's AWS set-up reaches it, and the credentials that it is given it must not hand to anybody in an argument, where
 * every user of the computer could read them.
 *
 * @param bundle the exported folder
 * @param home where the {@code aws} command looks for settings, and finds none; every call of it is written down there
 */
record DeployScriptRun(Path bundle, Path home) {

    private static final String SECRET = "canary-secret-of-scripts";
    private static final String TOKEN = "canary-token-of-scripts";

    /** How it ended, and everything it said. */
    record Ended(int status, List<String> lines) {}

    Ended run(String... arguments) {
        return run(_ -> {}, arguments);
    }

    /** @param watcher is handed each line as it is printed */
    Ended run(Consumer<String> watcher, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("bash", bundle.resolve("deploy.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        try {
            builder.environment().putAll(environment());
            Process aws = readyAws();
            Ended ended = ended(builder.start(), watcher);
            aws.getOutputStream().close();
            assertThat(aws.waitFor()).isZero();
            assertThat(Files.readAllLines(calls())).isNotEmpty().noneMatch(DeployScriptRun::tells);
            assertThat(ended.lines()).noneMatch(DeployScriptRun::tells);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Ended ended(Process process, Consumer<String> watcher) throws IOException, InterruptedException {
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        process.inputReader().lines().peek(lines::add).forEach(watcher);
        return new Ended(process.waitFor(), lines);
    }

    /** What runs the commands, loaded once: a script has some sixty. */
    private Process readyAws() throws IOException {
        Files.deleteIfExists(socket());
        Process process = new ProcessBuilder(
                        Emulator.shared().python(), "src/test/emulator/ready_aws.py", socket().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }

    private Path socket() {
        return home.resolve("aws.socket");
    }

    private static boolean tells(String line) {
        return line.contains(SECRET) || line.contains(TOKEN);
    }

    private Path calls() {
        return home.resolve("calls.txt");
    }

    /** A folder with an aws command that writes down how it was called, and calls the one after it on the path. */
    private Path witness() throws IOException {
        Path folder = Files.createDirectories(home.resolve("bin"));
        Path aws = Files.writeString(folder.resolve("aws"), """
            #!/usr/bin/env bash
            echo "aws $*" >>%s
            PATH=${PATH#*:}
            exec aws "$@"
            """.formatted(calls()));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        return folder;
    }

    private Map<String, String> environment() throws IOException {
        Path quickAws = Path.of("src/test/emulator/bin").toAbsolutePath();
        Path besidePython = Path.of(Emulator.shared().python()).toAbsolutePath().getParent();
        return Map.of(
                "PATH",
                String.join(
                        File.pathSeparator,
                        witness().toString(),
                        quickAws.toString(),
                        besidePython.toString(),
                        System.getenv("PATH")),
                "HOME",
                home.toString(),
                "READY_AWS",
                socket().toString(),
                "AWS_ENDPOINT_URL",
                Emulator.shared().endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "testing",
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_SESSION_TOKEN",
                TOKEN,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }
}
