package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A record as settings under their keys.
 *
 * @param defaults where the value of a setting comes from that the file does not have
 * @param settings in the order in which they are written
 * @param build the record from the values; asks for each setting once
 * @param explained whether each setting is written under a comment
 */
record Section<R>(R defaults, List<Setting<R, ?>> settings, Function<Values<R>, R> build, boolean explained)
        implements Shape<R> {

    /** Empty only where the node is no mapping; a record that has defaults in place of what is wrong otherwise. */
    @Override
    public Optional<R> read(Entry entry) {
        return entry.mapping().map(mapping -> {
            Map<String, Entry> entries = Keys.of(entry, mapping);
            reportUnknown(entry, mapping);
            return build.apply(new Values<>(entries, defaults, entry));
        });
    }

    @Override
    public Written write(R section) {
        List<String> lines = new ArrayList<>();
        for (Setting<R, ?> setting : settings) {
            if (explained && !lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll((explained ? setting.explained(section, defaults) : setting.bare(section)).toList());
        }
        return Written.block(lines);
    }

    @Override
    public JsonNode json(R section) {
        ObjectNode object = JSON.objectNode();
        settings.forEach(setting -> put(object, setting, section));
        return object;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = Shape.schemaOf("object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        settings.forEach(s -> properties.set(s.key(), s.schema(defaults)));
        List<String> required =
                settings.stream().filter(Setting::required).map(Setting::key).toList();
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        return schema;
    }

    private static <R, T> void put(ObjectNode object, Setting<R, T> setting, R section) {
        object.set(setting.key(), setting.shape().json(setting.of().apply(section)));
    }

    private void reportUnknown(Entry entry, MappingNode mapping) {
        List<String> known = settings.stream().map(Setting::key).toList();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && Keys.isText(key) && !known.contains(key.getValue())) {
                entry.findings().report(unknown(entry, key.getValue(), known), Where.of(key));
            }
        }
    }

    private static Problem unknown(Entry entry, String key, List<String> known) {
        String path = entry.below(key);
        return Closest.to(key, known)
                .map(meant -> Problem.at(path, "yaml.unknown-key-meant", key, meant))
                .orElseGet(() -> Problem.at(path, "yaml.unknown-key", key, String.join(", ", known)));
    }
}
