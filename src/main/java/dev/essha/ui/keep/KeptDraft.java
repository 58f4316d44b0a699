package dev.essha.ui.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A draft as it was left.
 *
 * @param document the settings, right or wrong
 * @param step name of the step that was shown
 * @param furthest name of the last of the steps that were seen
 * @param file that the plan came from or was saved to
 * @param rehearsal whether it was for an account in memory
 * @param at when it was typed
 */
public record KeptDraft(
        ObjectNode document, String step, String furthest, Optional<Path> file, boolean rehearsal, Instant at) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "plan";
    private static final String STEP = "step";
    private static final String FURTHEST = "furthest";
    private static final String FILE = "file";
    private static final String REHEARSAL = "rehearsal";
    private static final String AT = "at";

    public KeptDraft {
        document = document.deepCopy();
    }

    /** The deployment's name as it was typed. */
    public String name() {
        return document.path("name").asText();
    }

    /** Several, as a text. */
    public static String text(List<KeptDraft> drafts) {
        ArrayNode list = JSON.createArrayNode();
        drafts.forEach(d -> list.add(d.tree()));
        return list.toString();
    }

    /** What a text holds; what cannot be read is as if it had never been kept. */
    public static List<KeptDraft> read(String text) {
        try {
            return StreamSupport.stream(JSON.readTree(text).spliterator(), false)
                    .flatMap(tree -> read(tree).stream())
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private ObjectNode tree() {
        ObjectNode tree = JSON.createObjectNode();
        tree.put(AT, at.toString()).put(STEP, step).put(FURTHEST, furthest).put(REHEARSAL, rehearsal);
        file.ifPresent(f -> tree.put(FILE, f.toString()));
        return tree.set(DOCUMENT, document);
    }

    private static Optional<KeptDraft> read(JsonNode tree) {
        try {
            return tree.path(DOCUMENT) instanceof ObjectNode document
                    ? Optional.of(new KeptDraft(
                            document,
                            tree.path(STEP).asText(),
                            tree.path(FURTHEST).asText(),
                            Optional.of(tree.path(FILE).asText())
                                    .filter(f -> !f.isEmpty())
                                    .map(Path::of),
                            tree.path(REHEARSAL).asBoolean(),
                            Instant.parse(tree.path(AT).asText())))
                    : Optional.empty();
        } catch (DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
