package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/** {@code true} or {@code false}. */
record Toggle() implements Shape<Boolean> {

    @Override
    public Optional<Boolean> read(Entry entry) {
        return entry.scalar(Tag.BOOL, "true or false").map(Boolean::parseBoolean);
    }

    @Override
    public Written write(Boolean value) {
        return Written.inline(value.toString());
    }

    @Override
    public JsonNode json(Boolean value) {
        return JSON.booleanNode(value);
    }

    @Override
    public ObjectNode schema() {
        return Shape.schemaOf("boolean");
    }
}
