package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A value that may be given in full or, for short, by a single scalar; written in full. */
record Either<T, S>(Shape<T> full, Shape<S> brief, Function<S, T> expand) implements Shape<T> {

    @Override
    public Optional<T> read(Entry entry) {
        return entry.node() instanceof ScalarNode ? brief.read(entry).map(expand) : full.read(entry);
    }

    @Override
    public Written write(T value) {
        return full.write(value);
    }

    @Override
    public JsonNode json(T value) {
        return full.json(value);
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode options = schema.putArray("oneOf");
        options.add(brief.schema());
        options.add(full.schema());
        return schema;
    }
}
