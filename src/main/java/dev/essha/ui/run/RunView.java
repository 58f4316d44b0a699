package dev.essha.ui.run;

import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.RunState;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run at a moment, as it is shown.
 *
 * @param order what is done; empty if nothing ever was
 * @param awaited the records that a person has to add now, by the stage that waits for them
 * @param end empty while it goes on
 */
public record RunView(
        Optional<RunOrder> order,
        Event.Operation operation,
        Stand stand,
        RunState state,
        SortedMap<StageId, Event.RecordsNeeded> awaited,
        Optional<RunEnd> end) {

    /** Nothing was ever run. */
    public static final RunView NONE = new RunView(
            Optional.empty(),
            Event.Operation.INSTALL,
            Stand.NONE,
            RunState.initial(),
            new TreeMap<>(),
            Optional.empty());

    /** How it stands with a run. */
    public enum Stand {
        NONE,
        /** The account is opened and looked at; nothing is touched yet. */
        CHECKING,
        RUNNING,
        /** What is in flight is followed to its end; nothing new is started. */
        STOPPING,
        /** Nothing is waited for. */
        LEAVING,
        ENDED
    }

    public RunView {
        awaited = Collections.unmodifiableSortedMap(new TreeMap<>(awaited));
    }

    /** Whether something is going on. */
    public boolean active() {
        return switch (stand) {
            case NONE, ENDED -> false;
            case CHECKING, RUNNING, STOPPING, LEAVING -> true;
        };
    }

    /** Whether it ended with everything as it was asked for. */
    public boolean succeeded() {
        return endedWith(Event.Outcome.COMPLETE) || endedWith(Event.Outcome.UNCHANGED);
    }

    public boolean endedWith(Event.Outcome outcome) {
        return end.equals(Optional.of(new RunEnd.Finished(outcome)));
    }
}
