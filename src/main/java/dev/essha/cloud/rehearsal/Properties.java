package dev.essha.cloud.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resolved properties of a resource, read by dotted path. What is not there is an empty answer. */
record Properties(Map<String, Object> values) {

    /** Keys that a person chose, of parameters for example, are no part that CloudFormation names. */
    private static final Pattern PART = Pattern.compile("[A-Za-z]+");

    static final Properties NONE = new Properties(Map.of());

    /** The properties inside a value that is an object; none otherwise. */
    static Properties of(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return NONE;
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((k, v) -> typed.put(k.toString(), v));
        return new Properties(typed);
    }

    Optional<Object> at(String path) {
        Object value = values;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(value);
    }

    String text(String path) {
        return at(path).map(Objects::toString).orElse("");
    }

    boolean flag(String path) {
        return Boolean.parseBoolean(text(path));
    }

    int number(String path) {
        String text = text(path);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    List<String> texts(String path) {
        return at(path).map(Properties::list).orElse(List.of()).stream()
                .map(Objects::toString)
                .toList();
    }

    List<Properties> objects(String path) {
        return at(path).map(Properties::list).orElse(List.of()).stream()
                .map(Properties::of)
                .toList();
    }

    /** The names of the properties, at the top, that differ; in order. */
    List<String> differences(Properties other) {
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(other.values.keySet());
        names.removeIf(name -> Objects.equals(values.get(name), other.values.get(name)));
        return List.copyOf(names);
    }

    /** Without what others do not have. */
    Properties only(Properties others) {
        Map<String, Object> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(others.values.keySet());
        return new Properties(kept);
    }

    /** As {@link #differences}, each with the name of the part that differs, where it is an object: {@code Info.Type}. */
    List<String> differingParts(Properties other) {
        return differences(other).stream()
                .flatMap(name -> parts(name, values.get(name), other.values.get(name)))
                .distinct()
                .toList();
    }

    private static Stream<String> parts(String name, Object before, Object after) {
        return before instanceof Map && after instanceof Map
                ? of(before).differences(of(after)).stream()
                        .map(part -> PART.matcher(part).matches() ? name + "." + part : name)
                : Stream.of(name);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
