package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps the events of a run, and acts on one of them if asked to. */
final class Recorder implements Consumer<Event> {

    private final List<Event> all = new ArrayList<>();
    private Predicate<Event> awaited = _ -> false;
    private Runnable action = () -> {};

    @Override
    public synchronized void accept(Event event) {
        all.add(event);
        if (awaited.test(event)) {
            awaited = _ -> false;
            action.run();
        }
    }

    /** Does something once, when the first such event comes, before the run goes on. */
    synchronized void when(Predicate<Event> which, Runnable what) {
        awaited = which;
        action = what;
    }

    synchronized List<Event> all() {
        return List.copyOf(all);
    }

    synchronized void clear() {
        all.clear();
    }

    <E extends Event> List<E> every(Class<E> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event of a type and stage. */
    <E extends Event> E of(Class<E> type, StageId stage) {
        List<E> found = every(type).stream().filter(e -> stage == stageOf(e)).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "%d events %s of %s in %s".formatted(found.size(), type.getSimpleName(), stage, all()));
        }
        return found.getFirst();
    }

    private static StageId stageOf(Event event) {
        return switch (event) {
            case Event.StageStarted e -> e.stage();
            case Event.StageWatching e -> e.stage();
            case Event.ChangesProposed e -> e.stage();
            case Event.ResourceChanged e -> e.stage();
            case Event.RecordsNeeded e -> e.stage();
            case Event.RecordsFound e -> e.stage();
            case Event.SignInNeeded e -> e.stage();
            case Event.SignedInAgain e -> e.stage();
            case Event.StageCompleted e -> e.stage();
            case Event.StageFailed e -> e.stage();
            case Event.StageSkipped e -> e.stage();
            case Event.DriftFound e -> e.stage();
            case Event.DriftLeft e -> e.stage();
            case Event.LeftBehind e -> e.stage();
            case Event.Noted e -> e.stage();
            case Event.RunStarted _, Event.RunFinished _ ->
                throw new IllegalArgumentException("has no stage: " + event);
        };
    }
}
