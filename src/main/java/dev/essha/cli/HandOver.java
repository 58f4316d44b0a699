package dev.essha.cli;

import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What an install hands over: kept from the events of the run, shown when everything stands. */
final class HandOver implements Consumer<Event> {

    private volatile Map<String, String> values = Map.of();

    @Override
    public void accept(Event event) {
        if (event instanceof Event.StageCompleted completed && completed.stage() == StageId.HAND_OVER) {
            values = completed.outputs();
        }
    }

    /** Addresses and the names of secrets, and the way to put ESS on top. */
    void print(Path plan, Consumer<String> line) {
        if (values.isEmpty()) {
            return;
        }
        line.accept("Handed over:");
        new TreeMap<>(values).forEach((name, value) -> print(name, value.split(","), line));
        line.accept("");
        line.accept("To put ESS on top: ess-ha export " + plan + " --out bundle, then follow bundle/README.md.");
    }

    /** A list has a line for each part. */
    private static void print(String name, String[] parts, Consumer<String> line) {
        for (int i = 0; i < parts.length; i++) {
            line.accept("  %-36s %s".formatted(i == 0 ? name : "", parts[i]));
        }
    }
}
