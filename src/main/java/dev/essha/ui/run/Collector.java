package dev.essha.ui.run;

import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.RunState;
import dev.essha.pipeline.Time;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes the events of a run from whatever thread they come on, and keeps what the window will want to know of them. Never
 * waits for the window.
 */
final class Collector implements Consumer<Event> {

    private final int most;
    private final Deque<Event> news = new ArrayDeque<>();
    private final SortedMap<StageId, Event.RecordsNeeded> awaited = new TreeMap<>();
    private RunState state = RunState.initial();
    private Optional<Time> clock = Optional.empty();

    /** @param most how many events are kept for the window while it does not look; the oldest are dropped first */
    Collector(int most) {
        this.most = most;
    }

    /**
     * What there was to know at a moment.
     *
     * @param news the events since the last look
     */
    record Drained(RunState state, SortedMap<StageId, Event.RecordsNeeded> awaited, List<Event> news) {}

    /** Time passes by this clock also while no event comes. */
    synchronized void runsBy(Time time) {
        clock = Optional.of(time);
    }

    @Override
    public synchronized void accept(Event event) {
        state = state.apply(event);
        news.add(event);
        if (news.size() > most) {
            news.remove();
        }
        note(event);
    }

    private void note(Event event) {
        switch (event) {
            case Event.RecordsNeeded e -> awaited.put(e.stage(), e);
            case Event.RecordsFound e -> awaited.remove(e.stage());
            case Event.StageFailed e -> awaited.remove(e.stage());
            case Event.StageSkipped e -> awaited.remove(e.stage());
            case Event.StageCompleted e -> awaited.remove(e.stage());
            default -> {
                // The state tells it.
            }
        }
    }

    /** Hands over what came since the last time. */
    synchronized Drained drain() {
        Instant now = clock.map(Time::now).orElse(state.now());
        state = state.started().isPresent() ? state.at(now) : state;
        List<Event> since = new ArrayList<>(news);
        news.clear();
        return new Drained(state, new TreeMap<>(awaited), since);
    }
}
