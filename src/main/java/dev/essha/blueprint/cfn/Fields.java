package dev.essha.blueprint.cfn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A map that keeps the order in which it was written. Each {@code with} answers a new one. */
public record Fields(Map<String, Value> values) implements Value {

    private static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Fields none() {
        return NONE;
    }

    public static Fields of(String key, Value value) {
        return NONE.with(key, value);
    }

    public static Fields of(String key, String value) {
        return NONE.with(key, value);
    }

    public static Fields of(String key, long value) {
        return NONE.with(key, value);
    }

    public static Fields of(String key, boolean value) {
        return NONE.with(key, value);
    }

    public static Fields of(String key, List<? extends Value> values) {
        return NONE.with(key, values);
    }

    /** @throws IllegalArgumentException if the key is there already */
    public Fields with(String key, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(values);
        if (more.put(key, value) != null) {
            throw new IllegalArgumentException(key + " twice");
        }
        return new Fields(more);
    }

    public Fields with(String key, String value) {
        return with(key, new Text(value));
    }

    public Fields with(String key, long value) {
        return with(key, new Number(value));
    }

    public Fields with(String key, boolean value) {
        return with(key, new Bool(value));
    }

    public Fields with(String key, List<? extends Value> values) {
        return with(key, Value.list(values));
    }

    /** Adds more only where a choice asks for it. */
    public Fields when(boolean condition, UnaryOperator<Fields> more) {
        return condition ? more.apply(this) : this;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public Stream<String> references() {
        return values.values().stream().flatMap(Value::references);
    }
}
