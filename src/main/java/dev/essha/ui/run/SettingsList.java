package dev.essha.ui.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Idle;
import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanDocument;
import dev.essha.ui.field.Form;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Every setting of a plan as it is read: by section, with its name and its value, but for those without effect. A plan has
 * no secrets.
 */
record SettingsList(Words words) {

    private static final String VERSION = "apiVersion";
    private static final String GENERAL = "general";
    private static final String TAGS = "tags";

    /**
     * Settings that belong together.
     *
     * @param step where they are changed
     */
    record Section(String title, Step step, List<Entry> entries) {}

    record Entry(String path, String name, String value) {}

    List<Section> of(Plan plan) {
        SequencedMap<String, List<Entry>> sections = new LinkedHashMap<>();
        sections.put(GENERAL, new ArrayList<>());
        withEffect(plan).properties().stream()
                .filter(e -> !e.getKey().equals(VERSION))
                .forEach(e -> add(e.getKey(), e.getValue(), sections));
        return sections.entrySet().stream()
                .map(e -> new Section(words.of("review.section." + e.getKey()), step(e.getKey()), e.getValue()))
                .toList();
    }

    private static JsonNode withEffect(Plan plan) {
        JsonNode settings = PlanDocument.of(plan);
        Idle.in(plan).forEach(path -> remove(settings, List.of(path.split("\\."))));
        return settings;
    }

    private static void remove(JsonNode from, List<String> path) {
        String key = path.getFirst();
        if (from.isArray()) {
            from.forEach(item -> remove(item, path));
        } else if (path.size() == 1) {
            ((ObjectNode) from).remove(key);
        } else {
            remove(from.path(key), path.subList(1, path.size()));
        }
    }

    private void add(String key, JsonNode value, SequencedMap<String, List<Entry>> sections) {
        if (value.isObject() && !key.equals(TAGS)) {
            List<Entry> entries = new ArrayList<>();
            value.properties().forEach(e -> flatten(key + "." + e.getKey(), "", e.getValue(), entries));
            sections.put(key, entries);
        } else {
            flatten(key, "", value, sections.get(GENERAL));
        }
    }

    private void flatten(String path, String before, JsonNode value, List<Entry> into) {
        if (!value.isArray() || value.isEmpty() || !value.get(0).isObject()) {
            into.add(new Entry(path, before + words.orPlain(Form.key(path), path), value(path, value)));
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            String item = path + "[" + i + "]";
            String number = words.of("review.item", i + 1) + ": ";
            value.get(i).properties().forEach(e -> flatten(item + "." + e.getKey(), number, e.getValue(), into));
        }
    }

    private String value(String path, JsonNode value) {
        String key = Form.key(path);
        if (value.isNull() || value.isEmpty() && value.isContainerNode()) {
            return words.of(key + ".empty");
        }
        if (value.isBoolean()) {
            return words.of(key + "." + value.asBoolean());
        }
        if (value.isObject()) {
            return labels((ObjectNode) value);
        }
        if (value.isArray()) {
            StringJoiner items = new StringJoiner(", ");
            value.forEach(item -> items.add(item.asText()));
            return items.toString();
        }
        return words.has(key + ".unit")
                ? words.number(value.asLong()) + " " + words.of(key + ".unit")
                : words.orPlain(key + "." + value.asText(), value.asText());
    }

    private static String labels(ObjectNode labels) {
        StringJoiner lines = new StringJoiner("\n");
        labels.properties()
                .forEach(e -> lines.add(e.getKey() + "=" + e.getValue().asText()));
        return lines.toString();
    }

    private static Step step(String section) {
        String path = section.equals(GENERAL) ? "name" : section;
        return Stream.of(Step.values())
                .filter(s -> s.paths().contains(path))
                .findFirst()
                .orElse(Step.START);
    }
}
