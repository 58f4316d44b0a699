package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One setting of a section, declared once for reader, writer and schema.
 *
 * @param key its name in the file, which is the name of the record's component
 * @param of the value in the section's record
 * @param description what it means for ESS, which requirement it serves, its unit
 * @param required whether the file must have it; if not, the section's default stands in
 */
record Setting<R, T>(String key, Shape<T> shape, Function<R, T> of, String description, boolean required) {

    static <R, T> Setting<R, T> optional(String key, Shape<T> shape, Function<R, T> of, String description) {
        return new Setting<>(key, shape, of, description, false);
    }

    static <R, T> Setting<R, T> required(String key, Shape<T> shape, Function<R, T> of, String description) {
        return new Setting<>(key, shape, of, description, true);
    }

    /** The lines of the setting without a comment; none where there is nothing to write. */
    Stream<String> bare(R section) {
        Written written = written(section);
        return written.isNothing() ? Stream.empty() : written.behind(key);
    }

    /** The lines of the setting under a comment that explains it. */
    Stream<String> explained(R section, R defaults) {
        Written written = written(section);
        Stream<String> lines = written.isNothing()
                ? shape.example().stream().map(example -> "# " + key + ": " + example)
                : written.behind(key);
        return Stream.concat(Comment.lines(explanation(defaults)).stream(), lines);
    }

    ObjectNode schema(R defaults) {
        ObjectNode schema = shape.schema().put("description", description);
        JsonNode fallback = shape.json(of.apply(defaults));
        if (!required && !isSection() && !fallback.isNull()) {
            schema.set("default", fallback);
        }
        return schema;
    }

    private String explanation(R defaults) {
        return String.join(
                " ",
                Stream.of(description, shape.allowed(), fallback(defaults))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    private String fallback(R defaults) {
        Written value = shape.write(of.apply(defaults));
        boolean worthSaying = !required && value.inline() && !value.isNothing();
        return worthSaying ? "Default: " + value.lines().getFirst() + "." : "";
    }

    private Written written(R section) {
        return shape.write(of.apply(section));
    }

    private boolean isSection() {
        return shape instanceof Section<?>;
    }
}
