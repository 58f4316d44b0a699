package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private final Recorder events = new Recorder();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void aSkippedStageTakesThoseAfterItAlong() {
        Graph graph = graph("NETWORK", "DATABASE:NETWORK", "HAND_OVER:DATABASE", "SECURITY");

        Event.Outcome outcome = run(graph, stage -> {
            if (stage == StageId.NETWORK) {
                throw new StageException(Phrase.asIs("no"), Phrase.asIs("do"));
            }
            return done();
        });

        assertThat(outcome).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageSkipped.class, StageId.DATABASE).because())
                .isEqualTo("network failed");
        assertThat(events.of(Event.StageSkipped.class, StageId.HAND_OVER).because())
                .isEqualTo("database was skipped");
        assertThat(events.of(Event.StageCompleted.class, StageId.SECURITY).changed())
                .isTrue();
    }

    @Test
    void aDefectIsAFailureOfItsStage() {
        Event.Outcome outcome = run(graph("NETWORK"), _ -> {
            throw new IllegalStateException("unforeseen");
        });

        assertThat(outcome).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, StageId.NETWORK).failure().reason())
                .contains("unforeseen");
    }

    @Test
    void aThreadThatIsInterruptedStopsAtOnceAndStaysInterrupted() {
        Thread runner = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);

        Event.Outcome outcome = run(graph("NETWORK", "DATABASE:NETWORK"), _ -> {
            runner.interrupt();
            never.await();
            return done();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(Event.Outcome.CANCELLED);
        assertThat(events.every(Event.StageSkipped.class))
                .extracting(Event.StageSkipped::stage)
                .containsExactlyInAnyOrder(StageId.NETWORK, StageId.DATABASE);
    }

    @Test
    void nothingStartsIfItWasCancelledBefore() {
        cancellation.request();

        assertThat(run(graph("NETWORK"), _ -> done())).isEqualTo(Event.Outcome.CANCELLED);
        assertThat(events.every(Event.StageStarted.class)).isEmpty();
    }

    @Test
    void stagesThatAreReadyAreAllAnnouncedBeforeTheFirstOneEnds() {
        run(graph("NETWORK", "SECURITY", "REGISTRY"), _ -> done());

        assertThat(events.all().subList(0, 3)).allMatch(Event.StageStarted.class::isInstance);
    }

    @Test
    void theReversedOrderTakesEachStageAfterAllThatHungOnIt() {
        Graph reversed = graph("NETWORK", "EDGE:NETWORK", "COMPUTE:NETWORK", "NODES:EDGE,COMPUTE")
                .reversed();

        assertThat(reversed.stages()).containsExactly(StageId.NODES, StageId.COMPUTE, StageId.EDGE, StageId.NETWORK);
        assertThat(reversed.before(StageId.NETWORK)).containsExactly(StageId.COMPUTE, StageId.EDGE);
        assertThat(reversed.before(StageId.EDGE)).containsExactly(StageId.NODES);
    }

    @Test
    void aStageThatIsLeftOutStillOrdersThoseAroundIt() {
        Graph some = graph("NETWORK", "EDGE:NETWORK", "NODES:EDGE", "DNS:NODES")
                .among(new TreeSet<>(List.of(StageId.NETWORK, StageId.DNS)));

        assertThat(some.before(StageId.DNS)).containsExactly(StageId.NETWORK);
    }

    private Event.Outcome run(Graph graph, Scheduler.Task task) {
        return new Scheduler(
                        graph,
                        task,
                        Advice.OF_INSTALL,
                        new EventLog(new VirtualTime(), Sentences.ENGLISH, events),
                        cancellation)
                .run();
    }

    private static StageResult done() {
        return new StageResult.Completed(true, Map.of());
    }

    /** {@code DATABASE:NETWORK,SECURITY} comes after those two. */
    private static Graph graph(String... stages) {
        SequencedMap<StageId, SortedSet<StageId>> after = new LinkedHashMap<>();
        for (String stage : stages) {
            String[] parts = (stage + ":").split(":", -1);
            SortedSet<StageId> before = new TreeSet<>();
            Arrays.stream(parts[1].split(","))
                    .filter(s -> !s.isEmpty())
                    .map(StageId::valueOf)
                    .forEach(before::add);
            after.put(StageId.valueOf(parts[0]), before);
        }
        return new Graph(after);
    }
}
