package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Limits;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Texts under names of the person's choice, sorted by name. */
record Labels() implements Shape<SortedMap<String, String>> {

    private static final Text<String> VALUE =
            new Text<>(text -> text, text -> text, s -> s.put("maxLength", Limits.TAG_VALUE), "", "platform-team");

    @Override
    public Optional<SortedMap<String, String>> read(Entry entry) {
        return entry.mapping().flatMap(mapping -> labels(entry, mapping));
    }

    @Override
    public Written write(SortedMap<String, String> labels) {
        List<String> lines = labels.entrySet().stream()
                .flatMap(e -> VALUE.write(e.getValue()).behind(Scalars.written(e.getKey())))
                .toList();
        return lines.isEmpty() ? Written.inline("{}") : Written.block(lines);
    }

    @Override
    public JsonNode json(SortedMap<String, String> labels) {
        ObjectNode object = JSON.objectNode();
        labels.forEach(object::put);
        return object;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = Shape.schemaOf("object").put("maxProperties", Limits.TAGS - Limits.OWN_TAGS);
        schema.set("propertyNames", JSON.objectNode().put("minLength", 1).put("maxLength", Limits.TAG_KEY));
        schema.set("additionalProperties", VALUE.schema());
        return schema;
    }

    private static Optional<SortedMap<String, String>> labels(Entry entry, MappingNode mapping) {
        SortedMap<String, String> labels = new TreeMap<>();
        Keys.of(entry, mapping).forEach((key, value) -> VALUE.read(value).ifPresent(v -> labels.put(key, v)));
        return Optional.of(labels);
    }
}
