package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A value that may be left out of the file; nothing stands for it then. */
record Maybe<T>(Shape<T> shape) implements Shape<Optional<T>> {

    @Override
    public Optional<Optional<T>> read(Entry entry) {
        return shape.read(entry).map(Optional::of);
    }

    /** Nothing to write for an empty value: {@link Setting} puts an example behind a comment sign. */
    @Override
    public Written write(Optional<T> value) {
        return value.map(shape::write).orElse(Written.NOTHING);
    }

    @Override
    public JsonNode json(Optional<T> value) {
        return value.map(shape::json).orElse(JSON.nullNode());
    }

    @Override
    public ObjectNode schema() {
        return shape.schema();
    }

    @Override
    public String allowed() {
        return shape.allowed();
    }

    @Override
    public Optional<String> example() {
        return shape.example();
    }
}
