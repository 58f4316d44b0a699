package dev.essha.launch;

import dev.essha.cli.Console;
import dev.essha.secrecy.Redaction;
import dev.essha.ui.InstallerWindow;
import dev.essha.ui.wizard.NoDesktop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Uses once what every start uses, while a package is built: the JVM keeps the classes that it loads here in a cache that
 * later starts begin with. Touches nothing but a folder of its own, on JavaFX's headless platform, and no network.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: AOT command-line ergonomics</a>
 */
final class Training {

    private Training() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("ess-ha-training");
        try {
            Surroundings surroundings = new Surroundings(Map.of(), home, System.getProperty("os.name"), false);
            window(surroundings);
            commands(surroundings, home.resolve("plan.yaml"));
        } finally {
            delete(home);
        }
        // The toolkit's threads would keep the process.
        System.exit(0);
    }

    private static void commands(Surroundings surroundings, Path plan) throws IOException {
        run(surroundings, "--version");
        run(surroundings, "--help");
        Files.writeString(plan, run(surroundings, "new", "--preset", "production"));
        String file = plan.toString();
        run(surroundings, "validate", file);
        run(surroundings, "cost", file);
        run(surroundings, "plan", file, "--rehearse");
        run(surroundings, "install", file, "--rehearse", "--yes", "--speed", "100000");
    }

    /** @return what the command prints */
    private static String run(Surroundings surroundings, String... arguments) {
        StringWriter printed = new StringWriter();
        Console console = new Console(
                new PrintWriter(printed),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(Reader.nullReader()),
                false,
                100);
        int status = Main.run(surroundings, console, new Shutdown(), arguments);
        if (status != 0 && status != 10) {
            throw new IllegalStateException(String.join(" ", List.of(arguments)) + " ended with " + status);
        }
        return printed.toString();
    }

    private static void window(Surroundings surroundings) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            InstallerWindow.show(
                    new Stage(), Main.windowTools(surroundings, redaction, logs, new NoDesktop()), workers);
            Platform.runLater(() -> Platform.runLater(shown::countDown));
        });
        shown.await();
        workers.shutdownNow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
