package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run as its events tell it: what every face shows. Folding the same events gives the same state.
 *
 * @param started the announcement of the run; empty before it
 * @param now the time of the last event, or a later one by {@link #at(Instant)}
 * @param sequence number of the last event
 * @param stages in the order in which people read them
 * @param bar how much of the time that the run takes is over, 0 to 1, as far as that can be told; never goes back. Where
 *     something failed, what it still needs counts as to come
 * @param leftBehind what a destroy leaves in the account
 * @param pause that a person has to end by signing in again; empty while somebody is signed in. Where it is there once the
 *     run has ended, nobody came
 * @param waited how long it waited for a person to sign in, in pauses that are over
 * @param outcome empty while it runs
 */
public record RunState(
        Optional<Event.RunStarted> started,
        Instant now,
        long sequence,
        SortedMap<StageId, StageState> stages,
        double bar,
        List<Event.LeftBehind> leftBehind,
        Optional<Pause> pause,
        Duration waited,
        Optional<Event.Outcome> outcome) {

    public RunState {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
        leftBehind = List.copyOf(leftBehind);
    }

    /**
     * The run waits for a person to sign in.
     *
     * @param since when it does
     * @param asked what the person was told last
     */
    public record Pause(Instant since, Event.SignInNeeded asked) {}

    /** Before anything is known. */
    public static RunState initial() {
        return new RunState(
                Optional.empty(),
                Instant.EPOCH,
                0,
                new TreeMap<>(),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
    }

    /** The state after one more event. */
    public RunState apply(Event event) {
        return switch (event) {
            case Event.RunStarted e -> begin(e);
            case Event.StageStarted e -> toStage(e, e.stage());
            case Event.StageWatching e -> toStage(e, e.stage());
            case Event.ChangesProposed e -> toStage(e, e.stage());
            case Event.ResourceChanged e -> toStage(e, e.stage());
            case Event.RecordsNeeded e -> toStage(e, e.stage());
            case Event.RecordsFound e -> toStage(e, e.stage());
            case Event.StageCompleted e -> toStage(e, e.stage());
            case Event.StageFailed e -> toStage(e, e.stage());
            case Event.StageSkipped e -> toStage(e, e.stage());
            case Event.LeftBehind e -> moved(e, stages).leaving(e);
            case Event.SignInNeeded e -> moved(e, stages).paused(e);
            case Event.SignedInAgain e -> goOn(e);
            case Event.DriftFound e -> moved(e, stages);
            case Event.DriftLeft e -> moved(e, stages);
            case Event.Noted e -> moved(e, stages);
            case Event.RunFinished e -> end(e);
        };
    }

    /** The same state at a later time: between events, too, time passes, until the run has ended. */
    public RunState at(Instant later) {
        Instant time = later.isAfter(now) && outcome.isEmpty() ? later : now;
        return with(time, sequence, stages);
    }

    /** How long it has run, or took. */
    public Duration elapsed() {
        return started.map(s -> Duration.between(s.at(), now)).orElse(Duration.ZERO);
    }

    /** How long it typically takes from now on, or from the end of a pause: the longest chain of what is left. */
    public Duration timeLeft() {
        Instant clock = clock(now);
        return StageChain.longest(stages, stage -> stage.remaining(clock));
    }

    /** Stands still while the run waits for a person. */
    private Instant clock(Instant time) {
        return pause.map(Pause::since).orElse(time);
    }

    private RunState begin(Event.RunStarted event) {
        SortedMap<StageId, StageState> announced = new TreeMap<>();
        event.stages().forEach(a -> announced.put(a.stage(), StageState.of(a)));
        return new RunState(
                Optional.of(event),
                event.at(),
                event.sequence(),
                announced,
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
    }

    private RunState toStage(Event event, StageId stage) {
        SortedMap<StageId, StageState> changed = new TreeMap<>(stages);
        changed.computeIfPresent(stage, (_, state) -> state.apply(event));
        return moved(event, changed);
    }

    private RunState moved(Event event, SortedMap<StageId, StageState> next) {
        return with(event.at(), event.sequence(), next);
    }

    private RunState with(Instant time, long last, SortedMap<StageId, StageState> next) {
        double further = further(next, clock(time));
        return new RunState(started, time, last, next, further, leftBehind, pause, waited, outcome);
    }

    private RunState leaving(Event.LeftBehind event) {
        List<Event.LeftBehind> more =
                Stream.concat(leftBehind.stream(), Stream.of(event)).toList();
        return new RunState(started, now, sequence, stages, bar, more, pause, waited, outcome);
    }

    private RunState paused(Event.SignInNeeded event) {
        Instant since = pause.map(Pause::since).orElse(event.at());
        Optional<Pause> open = Optional.of(new Pause(since, event));
        return new RunState(started, now, sequence, stages, bar, leftBehind, open, waited, outcome);
    }

    /** What was waited is no part of what the stages still need. */
    private RunState goOn(Event.SignedInAgain event) {
        Instant since = pause.map(Pause::since).orElse(event.at());
        SortedMap<StageId, StageState> later = new TreeMap<>();
        stages.forEach((id, state) -> later.put(id, state.afterPause(since, event.at())));
        Duration more = waited.plus(Duration.between(since, event.at()));
        RunState open = new RunState(started, now, sequence, stages, bar, leftBehind, Optional.empty(), more, outcome);
        return open.moved(event, later);
    }

    private RunState end(Event.RunFinished event) {
        boolean well = event.outcome() == Event.Outcome.COMPLETE || event.outcome() == Event.Outcome.UNCHANGED;
        double last = well ? 1 : bar;
        Optional<Event.Outcome> ended = Optional.of(event.outcome());
        return new RunState(started, event.at(), event.sequence(), stages, last, leftBehind, pause, waited, ended);
    }

    /** The share of what is over in what is over and to come: bar, elapsed time and time left tell the same. */
    private double further(SortedMap<StageId, StageState> some, Instant time) {
        double over = started.map(
                        s -> Duration.between(s.at(), time).minus(waited).toMillis())
                .orElse(0L);
        double toCome = StageChain.longest(some, stage -> stage.toCome(time)).toMillis();
        return over <= 0 ? bar : Math.max(bar, over / (over + toCome));
    }
}
