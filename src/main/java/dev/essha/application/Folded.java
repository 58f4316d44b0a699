package dev.essha.application;

import dev.essha.pipeline.Event;
import dev.essha.pipeline.RunState;
import java.util.function.Consumer;

/** The state of a run, kept up to date by its events. */
public final class Folded implements Consumer<Event> {

    private volatile RunState state = RunState.initial();

    /** Events come one after the other. */
    @Override
    public void accept(Event event) {
        state = state.apply(event);
    }

    /** As of the last event. */
    public RunState state() {
        return state;
    }
}
