package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a value looks like in a file. Reader, writer and schema are methods of the same object, so that they cannot
 * disagree; what a value may be beyond its type is judged by the rules of the plan, and shown here.
 */
interface Shape<T> {

    JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The value, or empty after reporting everything that is wrong with it. */
    Optional<T> read(Entry entry);

    Written write(T value);

    /** The value as JSON Schema's {@code default} shows it. */
    JsonNode json(T value);

    ObjectNode schema();

    /** What the value may be, for a comment; empty if the description says all there is to say. */
    default String allowed() {
        return "";
    }

    /** A value to show where there is none, as it would be written. */
    default Optional<String> example() {
        return Optional.empty();
    }

    static ObjectNode schemaOf(String type) {
        return JSON.objectNode().put("type", type);
    }
}
