package dev.essha.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands in an account later that did not stand there before. */
final class Leftovers {

    private Leftovers() {}

    /** {@code kind id} of each; two states of the emulator's control interface. */
    static List<String> between(JsonNode before, JsonNode after) {
        List<String> left = new ArrayList<>();
        after.properties().forEach(kind -> {
            Set<String> known = new HashSet<>();
            before.path(kind.getKey()).forEach(id -> known.add(id.toString()));
            kind.getValue().forEach(id -> {
                if (!known.contains(id.toString())) {
                    left.add(kind.getKey() + " " + id.asText());
                }
            });
        });
        return left;
    }
}
