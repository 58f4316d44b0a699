package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Format;
import dev.essha.plan.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value that is written as text.
 *
 * @param parse from the text, may refuse with {@link InvalidValue}
 * @param print back to the text that the writer puts
 * @param describe adds to the schema what the text may be
 * @param shown a text that is accepted
 */
record Text<T>(
        Function<String, T> parse,
        Function<T, String> print,
        Function<ObjectNode, ObjectNode> describe,
        String allowed,
        String shown)
        implements Shape<T> {

    static <T> Text<T> of(Function<String, T> parse, Pattern syntax, String example) {
        return new Text<>(parse, T::toString, s -> s.put("pattern", anchored(syntax.pattern())), "", example);
    }

    /** A text whose spelling the rules judge. */
    static Text<String> of(Format format) {
        return new Text<>(
                text -> text, text -> text, s -> s.put("pattern", anchored(format.regex())), "", format.example());
    }

    /** One of a few texts, which the rules judge. */
    static Text<String> oneOf(List<String> options) {
        return new Text<>(
                text -> text,
                text -> text,
                schema -> {
                    options.forEach(schema.putArray("enum")::add);
                    return schema;
                },
                "One of: " + String.join(", ", options) + ".",
                options.getFirst());
    }

    @Override
    public Optional<T> read(Entry entry) {
        if (entry.node() instanceof ScalarNode scalar && isNumber(scalar)) {
            return entry.refuse("yaml.needs-quotes", scalar.getValue());
        }
        return entry.scalar(Tag.STR, "a text such as " + Scalars.written(shown)).flatMap(text -> parsed(entry, text));
    }

    @Override
    public Written write(T value) {
        return Written.inline(Scalars.written(print.apply(value)));
    }

    @Override
    public JsonNode json(T value) {
        return JSON.textNode(print.apply(value));
    }

    @Override
    public ObjectNode schema() {
        return describe.apply(Shape.schemaOf("string"));
    }

    @Override
    public Optional<String> example() {
        return Optional.of(Scalars.written(shown));
    }

    private Optional<T> parsed(Entry entry, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (InvalidValue e) {
            return entry.refuse(e);
        }
    }

    private static boolean isNumber(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    }

    private static String anchored(String regex) {
        return "^(?:" + regex + ")$";
    }
}
