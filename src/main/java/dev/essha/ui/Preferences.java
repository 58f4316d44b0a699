package dev.essha.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.wording.Labels;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a person likes the window.
 *
 * @param language empty to follow the system
 * @param recent plan files that were opened or saved, the last one first
 */
public record Preferences(Theme theme, Optional<Locale> language, TextSize textSize, List<Path> recent) {

    /** A person who has said nothing yet. */
    public static final Preferences DEFAULT =
            new Preferences(Theme.SYSTEM, Optional.empty(), TextSize.NORMAL, List.of());

    private static final int RECENT = 8;
    private static final JsonMapper JSON = new JsonMapper();

    /** Light or dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** How large texts are, in pixels of the base size. */
    public enum TextSize {
        SMALL(13),
        NORMAL(14),
        LARGE(17);

        private final int pixels;

        TextSize(int pixels) {
            this.pixels = pixels;
        }

        public int pixels() {
            return pixels;
        }
    }

    public Preferences {
        recent = List.copyOf(recent);
    }

    public Preferences with(Theme other) {
        return new Preferences(other, language, textSize, recent);
    }

    public Preferences with(Locale other) {
        return new Preferences(theme, Optional.of(other), textSize, recent);
    }

    public Preferences with(TextSize other) {
        return new Preferences(theme, language, other, recent);
    }

    /** With a file as the last one that was used. */
    public Preferences withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new Preferences(theme, language, textSize, files.subList(0, Math.min(RECENT, files.size())));
    }

    /** Without a file among those that were used. */
    public Preferences withoutRecent(Path file) {
        return new Preferences(
                theme,
                language,
                textSize,
                recent.stream().filter(f -> !f.equals(file)).toList());
    }

    String text() {
        ObjectNode tree = JSON.createObjectNode().put("theme", Labels.of(theme)).put("textSize", Labels.of(textSize));
        language.ifPresent(l -> tree.put("language", l.getLanguage()));
        recent.forEach(file -> tree.withArrayProperty("recent").add(file.toString()));
        return tree.toPrettyString();
    }

    /** What cannot be read is as if it had not been said. */
    static Preferences read(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return new Preferences(
                    constant(Theme.values(), tree.path("theme").asText(), Theme.SYSTEM),
                    Optional.of(tree.path("language").asText())
                            .filter(l -> !l.isEmpty())
                            .map(Locale::of),
                    constant(TextSize.values(), tree.path("textSize").asText(), TextSize.NORMAL),
                    paths(tree.path("recent")));
        } catch (JsonProcessingException e) {
            return DEFAULT;
        }
    }

    private static List<Path> paths(JsonNode list) {
        List<Path> files = new ArrayList<>();
        for (JsonNode file : list) {
            try {
                files.add(Path.of(file.asText()));
            } catch (InvalidPathException e) {
                // Written by hand or on another system: one recent file fewer.
            }
        }
        return files;
    }

    private static <E extends Enum<E>> E constant(E[] all, String name, E byDefault) {
        return Stream.of(all)
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(byDefault);
    }
}
