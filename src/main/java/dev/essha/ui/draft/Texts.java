package dev.essha.ui.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a plan to the texts of its settings by path, and from such texts to a document that the plan's reader reads. */
final class Texts {

    static final String VERSION = "apiVersion";

    private static final Pattern ITEM = Pattern.compile("(.+)\\[(\\d+)]");
    /** As many digits as the reader takes for a number; anything else it is to refuse as a text. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,10}");

    private Texts() {}

    /** Every setting of a plan that has a value. */
    static SequencedMap<String, String> of(Plan plan) {
        return of(PlanDocument.of(plan));
    }

    static SequencedMap<String, String> of(ObjectNode tree) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        tree.properties().forEach(e -> flatten(e.getKey(), e.getValue(), texts));
        return texts;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject() && !path.equals("tags")) {
            node.properties().forEach(e -> flatten(path + "." + e.getKey(), e.getValue(), into));
        } else if (node.isObject()) {
            StringJoiner lines = new StringJoiner("\n");
            node.properties()
                    .forEach(e -> lines.add(e.getKey() + "=" + e.getValue().asText()));
            into.put(path, lines.toString());
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else if (node.isArray()) {
            StringJoiner lines = new StringJoiner("\n");
            node.forEach(item -> lines.add(item.asText()));
            into.put(path, lines.toString());
        } else if (!node.isNull()) {
            into.put(path, node.asText());
        }
    }

    /** The document of some texts. What is not of its kind is written as it is, for the reader to refuse. */
    static ObjectNode document(SequencedMap<String, String> texts) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        texts.forEach((path, text) -> {
            if (!(text.isBlank() && Kinds.mayBeEmpty(path))) {
                put(tree, path, value(path, text));
            }
        });
        return tree;
    }

    private static void put(ObjectNode tree, String path, JsonNode value) {
        String[] parts = path.split("\\.");
        ObjectNode at = tree;
        for (int i = 0; i < parts.length - 1; i++) {
            at = below(at, parts[i]);
        }
        at.set(parts[parts.length - 1], value);
    }

    private static ObjectNode below(ObjectNode tree, String part) {
        Matcher item = ITEM.matcher(part);
        if (!item.matches()) {
            return tree.withObjectProperty(part);
        }
        var items = tree.withArrayProperty(item.group(1));
        int index = Integer.parseInt(item.group(2));
        while (items.size() <= index) {
            items.addObject();
        }
        return (ObjectNode) items.get(index);
    }

    private static JsonNode value(String path, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String stripped = text.strip();
        return switch (Kinds.of(path)) {
            case NUMBER ->
                NUMBER.matcher(stripped).matches() ? json.numberNode(Long.parseLong(stripped)) : json.textNode(text);
            case TOGGLE -> json.booleanNode(Boolean.parseBoolean(stripped));
            case LINES -> {
                var items = json.arrayNode();
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(items::add);
                yield items;
            }
            case LABELS -> {
                ObjectNode labels = json.objectNode();
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> label(labels, l));
                yield labels;
            }
            case TEXT -> json.textNode(stripped);
        };
    }

    private static void label(ObjectNode labels, String line) {
        int equals = line.indexOf('=');
        labels.put(
                equals < 0 ? line : line.substring(0, equals).strip(),
                equals < 0 ? "" : line.substring(equals + 1).strip());
    }
}
