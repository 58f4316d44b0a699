package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cli.Console;
import dev.essha.pipeline.InstallOptions;
import dev.essha.plan.ValidPlan;
import dev.essha.secrecy.Redaction;
import dev.essha.ui.InstallerWindow;
import dev.essha.ui.run.RunOrder;
import dev.essha.ui.wizard.NoDesktop;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
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

    /** Half an hour of AWS in seven seconds. */
    private static final Places.Choice ACCOUNT = Places.Choice.passing(250);

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

    /** Every page, and an install: what a page needs is loaded while it opens, and the window waits for it. */
    private static void window(Surroundings surroundings) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Platform.setImplicitExit(false);
            Platform.startup(() -> {
                InstallerWindow window = show(surroundings, workers);
                window.wizard().venue().set(Optional.of(Venue.rehearsal(ACCOUNT)));
                walk(window, List.of(Step.values()).iterator(), ended);
            });
            ended.await();
            workers.shutdownNow();
        }
    }

    /** From page to page, each of which is drawn before the next; the install's goes on when it has ended. */
    private static void walk(InstallerWindow window, Iterator<Step> steps, CountDownLatch ended) {
        if (!steps.hasNext()) {
            ended.countDown();
            return;
        }
        Runnable next = () -> Platform.runLater(() -> Platform.runLater(() -> walk(window, steps, ended)));
        Step step = steps.next();
        if (step == Step.INSTALL) {
            install(window, ACCOUNT, next);
        } else {
            window.wizard().step().set(step);
            next.run();
        }
    }

    /** The window as the program shows it, without a desktop around it; a failure ends the process with 1. */
    static InstallerWindow show(Surroundings surroundings, Executor workers) {
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        InstallerWindow window = InstallerWindow.show(
                new Stage(), Main.windowTools(surroundings, redaction, logs, new NoDesktop()), workers);
        // The window would show it, to nobody, and never go on.
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        return window;
    }

    /**
     * Installs what the window begins with.
     *
     * @param then what is done once that has succeeded
     */
    static void install(InstallerWindow window, Places.Choice account, Runnable then) {
        Venue venue = Venue.rehearsal(account);
        ValidPlan plan = window.wizard().draft().judged().get().valid().orElseThrow();
        window.wizard().venue().set(Optional.of(venue));
        window.run()
                .view()
                .addListener((_, _, now) -> now.end().ifPresent(end -> {
                    if (!now.succeeded()) {
                        throw new IllegalStateException("a rehearsed install ended with " + end);
                    }
                    then.run();
                }));
        window.run().install(new RunOrder(venue, plan, InstallOptions.DEFAULT), true);
        window.wizard().step().set(Step.INSTALL);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
