package dev.essha.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stage as far as a run knows it: the fold of its events.
 *
 * @param expected how long it typically takes; shorter than announced where little changes
 * @param waited how long it waited for a person to sign in
 */
public record StageState(
        Event.Announced announced,
        StagePhase phase,
        Duration expected,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Duration waited,
        StageResources resources) {

    static StageState of(Event.Announced announced) {
        return new StageState(
                announced,
                new StagePhase.Waiting(),
                announced.expected(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                StageResources.expected(announced.resources()));
    }

    /** How long it has taken so far, or took. */
    public Duration elapsed(Instant now) {
        return startedAt.map(s -> Duration.between(s, endedAt.orElse(now))).orElse(Duration.ZERO);
    }

    private Duration worked(Instant now) {
        Duration worked = elapsed(now).minus(waited);
        return worked.isNegative() ? Duration.ZERO : worked;
    }

    /** How long it will take from now on: what is left of its expected time, a tenth of it where that is over. */
    public Duration remaining(Instant now) {
        return phase.ended() ? Duration.ZERO : left(now);
    }

    /** The same, and how long it would take to bring to its end what failed or was not begun because of that. */
    Duration toCome(Instant now) {
        return phase instanceof StagePhase.Complete ? Duration.ZERO : left(now);
    }

    private Duration left(Instant now) {
        Duration left = expected.minus(worked(now));
        Duration atLeast = expected.dividedBy(10);
        return left.compareTo(atLeast) > 0 ? left : atLeast;
    }

    StageState apply(Event event) {
        return switch (event) {
            case Event.StageStarted e -> started(e.at());
            case Event.StageWatching e -> in(new StagePhase.Watching(e.status()));
            case Event.ChangesProposed e -> proposed(e);
            case Event.ResourceChanged e -> with(resources.with(ResourceLine.of(e)));
            case Event.RecordsNeeded e -> in(new StagePhase.NeedsRecords(e.records()));
            case Event.RecordsFound _ -> in(new StagePhase.Running());
            case Event.StageCompleted e -> ended(e.at(), new StagePhase.Complete(e.changed()));
            case Event.StageFailed e -> ended(e.at(), new StagePhase.Failed(e.failure()));
            case Event.StageSkipped e -> ended(e.at(), new StagePhase.Skipped(e.because()));
            case Event.RunStarted _,
                    Event.DriftFound _,
                    Event.DriftLeft _,
                    Event.LeftBehind _,
                    Event.SignInNeeded _,
                    Event.SignedInAgain _,
                    Event.Noted _,
                    Event.RunFinished _ -> this;
        };
    }

    /** Once somebody is signed in again. */
    StageState afterPause(Instant since, Instant until) {
        if (startedAt.isEmpty() || phase.ended()) {
            return this;
        }
        Instant from = startedAt.get().isAfter(since) ? startedAt.get() : since;
        Duration more = waited.plus(Duration.between(from, until));
        return new StageState(announced, phase, expected, startedAt, endedAt, more, resources);
    }

    private StageState started(Instant at) {
        return new StageState(
                announced, new StagePhase.Running(), expected, Optional.of(at), endedAt, waited, resources);
    }

    private StageState in(StagePhase next) {
        return new StageState(announced, next, expected, startedAt, endedAt, waited, resources);
    }

    private StageState with(StageResources next) {
        return new StageState(announced, phase, expected, startedAt, endedAt, waited, next);
    }

    private StageState proposed(Event.ChangesProposed event) {
        Duration atMost = StageResources.atMost(event.changes());
        Duration shorter = atMost.compareTo(expected) < 0 ? atMost : expected;
        StageResources changing = StageResources.proposed(event.changes(), event.at());
        return new StageState(announced, new StagePhase.Running(), shorter, startedAt, endedAt, waited, changing);
    }

    private StageState ended(Instant at, StagePhase end) {
        return new StageState(announced, end, expected, startedAt, Optional.of(at), waited, resources);
    }
}
