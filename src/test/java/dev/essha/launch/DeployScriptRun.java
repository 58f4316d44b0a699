package dev.essha.launch;

import dev.essha.emulator.Emulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A bundle's {@code deploy.sh}, run with the {@code aws} command (of the emulator's Python) against the emulator. Nothing of the caller's AWS set-up
 * reaches it.
 *
 * @param bundle the exported folder
 * @param home where the {@code aws} command looks for settings, and finds none
 */
record DeployScriptRun(Path bundle, Path home) {

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
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            process.inputReader().lines().peek(lines::add).forEach(watcher);
            return new Ended(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() {
        Path quickAws = Path.of("src/test/emulator/bin").toAbsolutePath();
        Path besidePython = Path.of(Emulator.shared().python()).toAbsolutePath().getParent();
        return Map.of(
                "PATH",
                String.join(File.pathSeparator, quickAws.toString(), besidePython.toString(), System.getenv("PATH")),
                "HOME",
                home.toString(),
                "AWS_ENDPOINT_URL",
                Emulator.shared().endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "testing",
                "AWS_SECRET_ACCESS_KEY",
                "testing",
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }
}
