package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.bench.Figure;
import dev.essha.bench.Frames;
import dev.essha.bench.WindowThread;
import dev.essha.cloud.signin.Login;
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
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.stage.Stage;

/** A rehearsed install in the program's window, watched: one of the benchmarks, which prints figures. */
public final class WindowInstall {

    private static final String ROW = "rehearsed install";
    private static final Places.Choice ACCOUNT = new Places.Choice(
            true, Places.Choice.USUAL_SPEED, false, Optional.empty(), new Login.Default(), Optional.empty());

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Frames frames = new Frames();
    private InstallerWindow window;

    private WindowInstall() {}

    /** In the process's working directory. */
    public static void main(String[] args) throws Exception {
        WindowThread.start();
        new WindowInstall().watch();
        System.exit(0);
    }

    private void watch() throws Exception {
        WindowThread.run(this::open);
        // It is laid out and drawn for the first time.
        Thread.sleep(1_500);
        WindowThread.run(this::install);
        WindowThread.run(frames::begin);
        ended.await();
        WindowThread.run(frames::end);
        if (!window.run().view().get().succeeded()) {
            throw new IllegalStateException(
                    "the install ended: " + window.run().view().get().end());
        }
        frames.figures(ROW).forEach(Figure::print);
        memory().forEach(Figure::print);
    }

    private void open() {
        Surroundings surroundings = new Surroundings(Map.of(), Path.of("").toAbsolutePath(), "Linux", false);
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        window = InstallerWindow.show(
                new Stage(),
                Main.windowTools(surroundings, redaction, logs, new NoDesktop()),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private void install() {
        Venue venue = Venue.rehearsal(ACCOUNT);
        ValidPlan plan = window.wizard().draft().judged().get().valid().orElseThrow();
        window.wizard().venue().set(Optional.of(venue));
        window.run().view().addListener((_, _, now) -> {
            if (now.end().isPresent()) {
                ended.countDown();
            }
        });
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
