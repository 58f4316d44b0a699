package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Any number of values of one shape.
 *
 * @param fewest how many there should be at least; judged by the rules
 */
record Listing<T>(Shape<T> item, int fewest) implements Shape<List<T>> {

    /** Empty if one of the items is wrong; all of them are looked at. */
    @Override
    public Optional<List<T>> read(Entry entry) {
        return entry.sequence().flatMap(sequence -> items(entry, sequence.getValue()));
    }

    @Override
    public Written write(List<T> values) {
        return values.isEmpty()
                ? Written.inline("[]")
                : Written.block(
                        values.stream().flatMap(v -> item.write(v).asItem()).toList());
    }

    @Override
    public JsonNode json(List<T> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(v -> array.add(item.json(v)));
        return array;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = Shape.schemaOf("array").put("minItems", fewest);
        schema.set("items", item.schema());
        return schema;
    }

    private Optional<List<T>> items(Entry entry, List<Node> nodes) {
        List<T> values = new ArrayList<>();
        IntStream.range(0, nodes.size())
                .forEach(i -> item.read(entry.item(i, nodes.get(i))).ifPresent(values::add));
        return values.size() == nodes.size() ? Optional.of(values) : Optional.empty();
    }
}
