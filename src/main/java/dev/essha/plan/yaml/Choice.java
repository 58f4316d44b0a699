package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.wording.Labels;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One of an enum's constants, written in lower case with hyphens: {@code nat-per-zone}.
 *
 * @param options all of them, in order
 */
record Choice<E extends Enum<E>>(List<E> options) implements Shape<E> {

    static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        return new Choice<>(List.of(type.getEnumConstants()));
    }

    @Override
    public Optional<E> read(Entry entry) {
        Optional<String> text = entry.scalar(Tag.STR, "one of " + labels());
        Optional<E> option = text.flatMap(this::labelled);
        if (text.isPresent() && option.isEmpty()) {
            return entry.refuse("choice.unknown", text.get(), labels());
        }
        return option;
    }

    @Override
    public Written write(E value) {
        return Written.inline(Scalars.written(Labels.of(value)));
    }

    @Override
    public JsonNode json(E value) {
        return JSON.textNode(Labels.of(value));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = Shape.schemaOf("string");
        options.stream().map(Labels::of).forEach(schema.putArray("enum")::add);
        return schema;
    }

    @Override
    public String allowed() {
        return "One of: " + labels() + ".";
    }

    private Optional<E> labelled(String label) {
        return options.stream().filter(o -> Labels.of(o).equals(label)).findFirst();
    }

    private String labels() {
        return String.join(", ", options.stream().map(Labels::of).toList());
    }
}
