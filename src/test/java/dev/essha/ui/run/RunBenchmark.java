package dev.essha.ui.run;

import dev.essha.bench.Figure;
import dev.essha.bench.Frames;
import dev.essha.bench.WindowThread;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.pipeline.Event;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.wizard.Layers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** How the window takes events: one of the benchmarks, here as it needs what the package alone sees. Prints figures. */
public final class RunBenchmark {

    private static final int SECONDS = 4;

    private RunBenchmark() {}

    public static void main(String[] args) throws Exception {
        WindowThread.start();
        measure("200 events/s, at first", 200, SECONDS).forEach(Figure::print);
        // An install lasts long enough for its code to be compiled.
        measure("", 1_000, 5 * SECONDS);
        for (int rate : List.of(0, 200, 1_000, 5_000, 20_000)) {
            measure(rate + " events/s", rate, SECONDS).forEach(Figure::print);
        }
        // The toolkit's threads would keep the process.
        System.exit(0);
    }

    private static List<Figure> measure(String row, int rate, int seconds) throws InterruptedException {
        return new Measured(row, rate, seconds).figures();
    }

    /** One rate. */
    private static final class Measured {

        private final String row;
        private final int rate;
        private final int seconds;
        private final RunBench bench = RunBench.onTheToolkit();
        private final AtomicLong shown = new AtomicLong();
        private final AtomicLong handled = new AtomicLong();
        private final CountDownLatch settled = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Frames frames = new Frames();
        private javafx.stage.Stage stage;

        Measured(String row, int rate, int seconds) throws InterruptedException {
            this.row = row;
            this.rate = rate;
            this.seconds = seconds;
            WindowThread.run(this::begin);
            // The page is laid out and drawn for the first time.
            Thread.sleep(1_500);
            WindowThread.run(frames::begin);
            settled.countDown();
            ended.await();
            WindowThread.run(() -> {
                frames.end();
                stage.hide();
            });
        }

        private void begin() {
            StackPane layers = new StackPane();
            stage = new javafx.stage.Stage();
            stage.setScene(new Scene(layers, 1_180, 780));
            InstallPage page = new InstallPage(bench.wizard, bench.model, new Layers(layers));
            layers.getChildren().add(page.root());
            stage.show();
            bench.model.view().addListener((_, _, now) -> {
                shown.incrementAndGet();
                if (now.end().isPresent()) {
                    ended.countDown();
                }
            });
            bench.model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, this::fire));
            page.entered();
        }

        /** Events of a real blueprint's resources, at the rate, as far as the run gets rid of them. */
        private void fire(Consumer<Event> listener) {
            Blueprint blueprint = Blueprint.of(ValidPlan.of(Draft.first()));
            List<Made> resources = resources(blueprint);
            listener.accept(
                    RunBench.started(blueprint.stages().stream().map(Stage::id).toArray(StageId[]::new)));
            await();
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            long sequence = 2;
            while (System.nanoTime() < end) {
                long due = rate * (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
                while (handled.get() < due && System.nanoTime() < end) {
                    Made next = resources.get((int) (handled.get() % resources.size()));
                    listener.accept(new Event.ResourceChanged(
                            sequence,
                            RunBench.START.plus(Duration.ofMillis(sequence)),
                            next.stage(),
                            next.logicalId(),
                            next.type(),
                            "id-" + sequence,
                            sequence % 3 == 0 ? Event.ResourceState.COMPLETE : Event.ResourceState.IN_PROGRESS,
                            ""));
                    sequence++;
                    handled.incrementAndGet();
                }
                pause();
            }
        }

        private record Made(StageId stage, String logicalId, String type) {}

        private static List<Made> resources(Blueprint blueprint) {
            return blueprint.stages().stream()
                    .filter(s -> s.work() instanceof Work.Stack)
                    .flatMap(s -> ((Work.Stack) s.work())
                            .resources().stream().map(r -> new Made(s.id(), r.logicalId(), r.type())))
                    .toList();
        }

        private void await() {
            try {
                settled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>(List.of(
                    Figure.of(row, "handled/s", (double) handled.get() / seconds),
                    Figure.of(row, "shown/s", (double) shown.get() / seconds)));
            figures.addAll(frames.figures(row));
            return figures;
        }
    }
}
