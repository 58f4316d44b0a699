package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The only place where events get their sequence number and time, so that numbers have no gaps and order is one. What they
 * say is said in one language.
 */
final class EventLog {

    private final Time time;
    private final Wording wording;
    private final Consumer<Event> listener;
    private long last;

    EventLog(Time time, Wording wording, Consumer<Event> listener) {
        this.time = time;
        this.wording = wording;
        this.listener = listener;
    }

    /** Makes the next event and hands it on before any other can be made. */
    synchronized void add(Entry entry) {
        last++;
        listener.accept(entry.at(last, time.now()));
    }

    void note(StageId stage, Phrase what) {
        String text = wording.of(what);
        add((n, at) -> new Event.Noted(n, at, stage, text));
    }

    /** The language of its readers. */
    Wording wording() {
        return wording;
    }

    /** An event that lacks only its number and time. */
    interface Entry {
        Event at(long sequence, Instant at);
    }
}
