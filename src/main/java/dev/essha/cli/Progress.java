package dev.essha.cli;

import dev.essha.pipeline.Event;
import dev.essha.pipeline.Time;
import java.util.function.Consumer;

/** Shows a run in the form that fits whoever looks. */
final class Progress implements Consumer<Event>, AutoCloseable {

    private final Consumer<Event> view;
    private final Runnable end;

    private Progress(Consumer<Event> view, Runnable end) {
        this.view = view;
        this.end = end;
    }

    /** JSON lines for a program, a live picture in a terminal, plain lines elsewhere. */
    static Progress of(Console console, Time time, boolean json) {
        if (json) {
            return new Progress(event -> console.say(Json.line(event)), () -> {});
        }
        if (console.interactive()) {
            LiveProgress live = new LiveProgress(console, time);
            return new Progress(live, live::close);
        }
        return new Progress(new PlainProgress(console::say), () -> {});
    }

    @Override
    public void accept(Event event) {
        view.accept(event);
    }

    @Override
    public void close() {
        end.run();
    }
}
