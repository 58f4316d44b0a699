package dev.essha.plan.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/** The paths of all settings and sections, as the plan's schema has them. */
final class SettingPaths {

    private SettingPaths() {}

    static List<String> all() {
        try {
            return below("", new JsonMapper().readTree(PlanSchema.json())).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> below(String prefix, JsonNode schema) {
        return schema.path("properties").properties().stream()
                .flatMap(p ->
                        Stream.concat(Stream.of(prefix + p.getKey()), below(prefix + p.getKey() + ".", p.getValue())));
    }
}
