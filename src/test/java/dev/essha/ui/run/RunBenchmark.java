package dev.essha.ui.run;

import dev.essha.bench.Figure;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.pipeline.Event;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.wizard.Layers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** How the window takes events: one of the benchmarks, here as it needs what the package alone sees. */
public final class RunBenchmark {

    /** What the figures mean. */
    public static final String NOTE =
            "Events of a real install's resources, for 4 s each, once the page stands. The window is drawn anew at"
                    + " most ten times a second. A frame is late after 34 ms; thread % is the processor time of the"
                    + " window's thread.";

    private static final int SECONDS = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RunBenchmark() {}

    public static List<Figure> measure() throws Exception {
        javafx.stage.Stage stage = FxToolkit.registerPrimaryStage();
        List<Figure> figures = new ArrayList<>(new Measured(stage, "200 events/s, at first", 200, SECONDS).figures());
        // An install lasts long enough for its code to be compiled.
        new Measured(stage, "warm", 1_000, 5 * SECONDS);
        for (int rate : List.of(0, 200, 1_000, 5_000, 20_000)) {
            figures.addAll(new Measured(stage, rate + " events/s", rate, SECONDS).figures());
        }
        WaitForAsyncUtils.waitForAsyncFx(5_000, stage::hide);
        return figures;
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
        private final List<Long> frames = new ArrayList<>();
        private long busy;
        private final AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    frames.add(now - last);
                }
                last = now;
            }
        };

        Measured(javafx.stage.Stage stage, String row, int rate, int seconds) throws Exception {
            this.row = row;
            this.rate = rate;
            this.seconds = seconds;
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> begin(stage));
            // The page is laid out and drawn for the first time.
            Thread.sleep(1_500);
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                timer.start();
                busy = -THREADS.getCurrentThreadCpuTime();
            });
            settled.countDown();
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(
                                    () -> bench.model.view().get().end().isPresent())
                            .get());
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                timer.stop();
                busy += THREADS.getCurrentThreadCpuTime();
            });
        }

        private void begin(javafx.stage.Stage stage) {
            StackPane layers = new StackPane();
            stage.setScene(new Scene(layers, 1_180, 780));
            InstallPage page = new InstallPage(bench.wizard, bench.model, new Layers(layers));
            layers.getChildren().add(page.root());
            stage.show();
            bench.model.view().addListener((_, _, _) -> shown.incrementAndGet());
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
            long longest = frames.stream().mapToLong(Long::longValue).max().orElse(0);
            long late = frames.stream().filter(f -> f > 34_000_000).count();
            return List.of(
                    new Figure(row, "handled/s", List.of((double) handled.get() / seconds)),
                    new Figure(row, "shown/s", List.of((double) shown.get() / seconds)),
                    new Figure(row, "frames/s", List.of((double) frames.size() / seconds)),
                    new Figure(row, "longest ms", List.of(longest / 1e6)),
                    new Figure(row, "late frames", List.of((double) late)),
                    new Figure(row, "thread %", List.of(busy / 1e7 / seconds)));
        }
    }
}
