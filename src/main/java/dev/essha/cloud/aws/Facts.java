package dev.essha.cloud.aws;

import dev.essha.secrecy.Redaction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the SDK's answers, in which anything that a service left out is null. */
final class Facts {

    private Facts() {}

    static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A sentence of a service, which may quote what it was given: without the secrets in it. */
    static String said(String sentence) {
        return Redaction.BY_LOOKS.clean(text(sentence));
    }

    static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    static int number(Integer value) {
        return value == null ? 0 : value;
    }

    /** The first that is there, or an empty text. */
    static String first(String... values) {
        return Stream.of(values)
                .filter(v -> v != null && !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A name as DNS answers and Route 53 give it, without its trailing dot. */
    static String undotted(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Tags in order of key, unmodifiable. */
    static <T> Map<String, String> tags(List<T> tags, Function<T, String> key, Function<T, String> value) {
        return Collections.unmodifiableMap(
                tags.stream().collect(Collectors.toMap(key, t -> text(value.apply(t)), (a, b) -> b, TreeMap::new)));
    }
}
