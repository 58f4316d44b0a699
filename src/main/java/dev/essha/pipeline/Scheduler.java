package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts every stage as soon as those before it have ended well, each on a virtual thread. The calling thread owns all
 * state: the others only put messages into its mailbox.
 */
final class Scheduler {

    private final Graph graph;
    private final Task task;
    private final Advice advice;
    private final EventLog log;
    private final Cancellation cancellation;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Map<StageId, Thread> running = new EnumMap<>(StageId.class);
    private final Map<StageId, StageResult> ended = new EnumMap<>(StageId.class);

    /** @param advice what to do about a stage that fails */
    Scheduler(Graph graph, Task task, Advice advice, EventLog log, Cancellation cancellation) {
        this.graph = graph;
        this.task = task;
        this.advice = advice;
        this.log = log;
        this.cancellation = cancellation;
    }

    /** The work of a stage. */
    interface Task {
        StageResult run(StageId stage) throws InterruptedException;
    }

    /**
     * Runs all stages and returns when none is running any more. A thread that is interrupted meanwhile stops at once and
     * is interrupted when this returns.
     */
    Event.Outcome run() {
        cancellation.listen(() -> mailbox.add(this::stopRequested));
        startReady();
        boolean interrupted = false;
        while (!running.isEmpty()) {
            try {
                mailbox.take().run();
            } catch (InterruptedException e) {
                interrupted = true;
                cancellation.requestAtOnce();
            }
            startReady();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome();
    }

    /** All are announced before the first one runs, so that the order of events does not hang on the machine's speed. */
    private void startReady() {
        graph.stages().stream().filter(s -> !ended.containsKey(s)).forEach(this::skipIfHopeless);
        List<StageId> ready = graph.stages().stream().filter(this::isReady).toList();
        ready.forEach(stage -> log.add((n, at) -> new Event.StageStarted(n, at, stage)));
        ready.forEach(this::start);
    }

    private boolean isReady(StageId stage) {
        return !ended.containsKey(stage)
                && !running.containsKey(stage)
                && graph.before(stage).stream().allMatch(b -> ended.get(b) instanceof StageResult.Completed);
    }

    private void skipIfHopeless(StageId stage) {
        if (!running.containsKey(stage)) {
            whyNot(stage).ifPresent(because -> end(stage, new StageResult.Stopped(because)));
        }
    }

    private Optional<Phrase> whyNot(StageId stage) {
        if (cancellation.requested()) {
            return Optional.of(StageResult.CANCELLED.because());
        }
        return graph.before(stage).stream()
                .filter(b -> ended.containsKey(b) && !(ended.get(b) instanceof StageResult.Completed))
                .findFirst()
                .map(b -> Phrase.of(
                        ended.get(b) instanceof StageResult.Failed ? "stopped.failed" : "stopped.skipped", b.named()));
    }

    private void start(StageId stage) {
        running.put(stage, Thread.ofVirtual().name(stage.label()).start(() -> {
            StageResult result = resultOf(stage);
            mailbox.add(() -> stageEnded(stage, result));
        }));
    }

    /** Whatever it ends with has to reach the mailbox, or the run would wait for ever. */
    private StageResult resultOf(StageId stage) {
        try {
            return task.run(stage);
        } catch (InterruptedException e) {
            return StageResult.CANCELLED;
        } catch (RuntimeException | Error e) {
            return cancellation.atOnce() ? StageResult.CANCELLED : new StageResult.Failed(advice.failure(e));
        }
    }

    private void stageEnded(StageId stage, StageResult result) {
        running.remove(stage);
        end(stage, result);
    }

    private void end(StageId stage, StageResult result) {
        ended.put(stage, result);
        log.add((n, at) -> switch (result) {
            case StageResult.Completed(boolean changed, Map<String, String> outputs) ->
                new Event.StageCompleted(n, at, stage, changed, outputs);
            case StageResult.Failed(PhrasedFailure failure) ->
                new Event.StageFailed(n, at, stage, failure.in(log.wording()));
            case StageResult.Stopped(Phrase because) ->
                new Event.StageSkipped(n, at, stage, log.wording().of(because));
        });
    }

    private void stopRequested() {
        if (cancellation.atOnce()) {
            running.values().forEach(Thread::interrupt);
        } else {
            running.keySet().forEach(s -> log.note(s, Phrase.of("note.finishing")));
        }
    }

    private Event.Outcome outcome() {
        if (ended.values().stream().anyMatch(StageResult.Failed.class::isInstance)) {
            return Event.Outcome.FAILED;
        }
        if (ended.values().stream().anyMatch(StageResult.Stopped.class::isInstance)) {
            return Event.Outcome.CANCELLED;
        }
        boolean changed = ended.values().stream()
                .anyMatch(r -> r instanceof StageResult.Completed(boolean c, Map<String, String> _) && c);
        return changed ? Event.Outcome.COMPLETE : Event.Outcome.UNCHANGED;
    }
}
