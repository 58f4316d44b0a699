package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Range;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A whole number. What it may be is judged by the rules.
 *
 * @param describe adds to the schema what the number may be
 */
record Whole(Function<ObjectNode, ObjectNode> describe, String allowed) implements Shape<Integer> {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,10}");

    static Whole in(Range range) {
        return new Whole(s -> s.put("minimum", range.min()).put("maximum", range.max()), "From " + range + ".");
    }

    static Whole oneOf(List<Integer> options) {
        return new Whole(
                schema -> {
                    options.forEach(schema.putArray("enum")::add);
                    return schema;
                },
                "One of: "
                        + String.join(
                                ", ", options.stream().map(String::valueOf).toList()) + ".");
    }

    @Override
    public Optional<Integer> read(Entry entry) {
        Optional<String> text = entry.scalar(Tag.INT, "a whole number");
        if (text.isPresent() && !fits(text.get())) {
            return entry.refuse("yaml.not-a-number", text.get());
        }
        return text.map(Integer::valueOf);
    }

    private static boolean fits(String text) {
        return DECIMAL.matcher(text).matches() && Long.parseLong(text) == (int) Long.parseLong(text);
    }

    @Override
    public Written write(Integer value) {
        return Written.inline(value.toString());
    }

    @Override
    public JsonNode json(Integer value) {
        return JSON.numberNode(value);
    }

    @Override
    public ObjectNode schema() {
        return describe.apply(Shape.schemaOf("integer"));
    }
}
