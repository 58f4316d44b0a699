package dev.essha.application;

import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.Event;
import java.util.function.Consumer;

/** Keeps the events of a run on this computer as lines of JSON. */
public final class KeptRun {

    private KeptRun() {}

    /** Takes the events of one run, one after the other. */
    public static Consumer<Event> of(Archive archive, Blueprint blueprint, Event.Operation operation) {
        Consumer<String> lines = archive.run(blueprint.plan().plan().name().value(), Json.hyphenated(operation.name()));
        return event -> lines.accept(Json.line(event));
    }
}
