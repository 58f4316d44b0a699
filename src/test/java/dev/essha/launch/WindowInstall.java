package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.bench.Figure;
import dev.essha.bench.Frames;
import dev.essha.bench.WindowThread;
import dev.essha.pipeline.InstallOptions;
import dev.essha.plan.ValidPlan;
import dev.essha.secrecy.Redaction;
import dev.essha.ui.InstallerWindow;
import dev.essha.ui.run.RunOrder;
import dev.essha.ui.wizard.NoDesktop;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.stage.Stage;

/** A rehearsed install in the program's window, watched: one of the benchmarks, which prints figures. */
public final class WindowInstall {

    private static final String ROW = "rehearsed install";

    private WindowInstall() {}

    /** In the process's working directory. */
    public static void main(String[] args) throws Exception {
        Surroundings surroundings = new Surroundings(Map.of(), Path.of("").toAbsolutePath(), "Linux", false);
        AtomicReference<InstallerWindow> window = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Frames frames = new Frames();
        WindowThread.start();
        WindowThread.run(() -> window.set(show(surroundings, Executors.newVirtualThreadPerTaskExecutor())));
        // It is laid out and drawn for the first time.
        Thread.sleep(1_500);
        WindowThread.run(() -> {
            install(window.get(), ended);
            frames.begin();
        });
        ended.await();
        WindowThread.run(frames::end);
        frames.figures(ROW).forEach(Figure::print);
        memory().forEach(Figure::print);
        System.exit(0);
    }

    private static InstallerWindow show(Surroundings surroundings, Executor workers) {
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        InstallerWindow window = InstallerWindow.show(
                new Stage(), Main.windowTools(surroundings, redaction, logs, new NoDesktop()), workers);
        // The window would show it, to nobody, and never go on.
        Thread.currentThread().setUncaughtExceptionHandler(WindowThread::failed);
        return window;
    }

    private static void install(InstallerWindow window, CountDownLatch ended) {
        Venue venue = Venue.rehearsal(Places.Choice.passing(Places.Choice.USUAL_SPEED));
        ValidPlan plan = window.wizard().draft().judged().get().valid().orElseThrow();
        window.wizard().venue().set(Optional.of(venue));
        window.run()
                .view()
                .addListener((_, _, now) -> now.end().ifPresent(end -> {
                    if (!now.succeeded()) {
                        throw new IllegalStateException("a rehearsed install ended with " + end);
                    }
                    ended.countDown();
                }));
        window.run().install(new RunOrder(venue, plan, InstallOptions.DEFAULT), true);
        window.wizard().step().set(Step.INSTALL);
    }

    private static List<Figure> memory() throws IOException {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        Figure used = Figure.of(ROW, "heap MiB", heap / 1024.0 / 1024);
        return Stream.concat(Stream.of(used), resident().stream()).toList();
    }

    /** Linux alone says it. */
    private static Optional<Figure> resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Figure.of(ROW, "resident MiB", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0))
                .findFirst();
    }
}
