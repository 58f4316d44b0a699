package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.time.Instant;
import java.util.function.Consumer;

/** The only place where events get their sequence number and time, so that numbers have no gaps and order is one. */
final class EventLog {

    private final Time time;
    private final Consumer<Event> listener;
    private long last;

    EventLog(Time time, Consumer<Event> listener) {
        this.time = time;
        this.listener = listener;
    }

    /** Makes the next event and hands it on before any other can be made. */
    synchronized void add(Entry entry) {
        last++;
        listener.accept(entry.at(last, time.now()));
    }

    void note(StageId stage, String text) {
        add((n, at) -> new Event.Noted(n, at, stage, text));
    }

    /** An event that lacks only its number and time. */
    interface Entry {
        Event at(long sequence, Instant at);
    }
}
