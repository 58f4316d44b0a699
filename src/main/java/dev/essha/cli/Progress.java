package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.Time;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Shows a run in the form that fits whoever looks. */
final class Progress implements Consumer<Event>, AutoCloseable {

    private final Consumer<Event> view;
    private final Consumer<String> beside;
    private final Runnable end;

    private Progress(Consumer<Event> view, Consumer<String> beside, Runnable end) {
        this.view = view;
        this.beside = beside;
        this.end = end;
    }

    /** JSON lines for a program, a live picture in a terminal, plain lines elsewhere. */
    static Progress of(Console console, Time time, boolean json) {
        if (json) {
            return new Progress(event -> console.say(Json.line(event)), console::tell, () -> {});
        }
        if (console.interactive()) {
            LiveProgress live = new LiveProgress(console, time);
            return new Progress(live, live::above, live::close);
        }
        return new Progress(new PlainProgress(console::say), console::say, () -> {});
    }

    @Override
    public void accept(Event event) {
        view.accept(event);
    }

    /** Asks a run to stop, and says what the person can do while it does; the second time it needs no words. */
    Runnable stopping(Runnable cancel) {
        AtomicBoolean asked = new AtomicBoolean();
        return () -> {
            if (!asked.getAndSet(true)) {
                beside.accept(
                        "Stopping after what is in flight. Ctrl-C again stops at once; either way, what CloudFormation"
                                + " has begun goes on in the account.");
            }
            cancel.run();
        };
    }

    @Override
    public void close() {
        end.run();
    }
}
