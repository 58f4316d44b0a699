package dev.essha.ui.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.plan.yaml.PlanDocument;
import java.util.List;
import java.util.stream.StreamSupport;

/** What kind of value each setting takes, from the format's own schema. */
final class Kinds {

    /** How a setting is written into a document. */
    enum Kind {
        TEXT,
        NUMBER,
        TOGGLE,
        /** A list of texts; in the draft one to a line. */
        LINES,
        /** Texts under names; in the draft {@code name=text}, one to a line. */
        LABELS
    }

    private static final JsonNode SCHEMA = PlanDocument.schema();

    private Kinds() {}

    /** @throws IllegalArgumentException for a path that is no setting */
    static Kind of(String path) {
        JsonNode schema = schema(path);
        return switch (schema.path("type").asText()) {
            case "integer" -> Kind.NUMBER;
            case "boolean" -> Kind.TOGGLE;
            case "array" -> Kind.LINES;
            case "object" -> Kind.LABELS;
            default -> Kind.TEXT;
        };
    }

    /** Whether a file may leave the setting out and has no default for it, so that an empty text means nothing. */
    static boolean mayBeEmpty(String path) {
        JsonNode schema = schema(path);
        return !schema.has("default") && !required(path);
    }

    /** The values that a setting may have, in order; none where they are not counted. */
    static List<String> options(String path) {
        return StreamSupport.stream(schema(path).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean required(String path) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? SCHEMA : schema(path.substring(0, dot));
        String key = path.substring(dot + 1);
        return StreamSupport.stream(parent.path("required").spliterator(), false)
                .anyMatch(n -> n.asText().equals(key));
    }

    private static JsonNode schema(String path) {
        JsonNode at = SCHEMA;
        for (String part : path.split("\\.")) {
            String key = part.replaceFirst("\\[.*", "");
            at = at.path("properties").path(key);
            at = part.contains("[") ? object(at.path("items")) : at;
        }
        if (at.isMissingNode()) {
            throw new IllegalArgumentException("no setting " + path);
        }
        return at;
    }

    /** An item may also be given for short; the draft gives it in full. */
    private static JsonNode object(JsonNode items) {
        return StreamSupport.stream(items.path("oneOf").spliterator(), false)
                .filter(n -> n.path("type").asText().equals("object"))
                .findFirst()
                .orElse(items);
    }
}
