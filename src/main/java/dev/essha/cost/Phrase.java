package dev.essha.cost;

import java.util.List;

/**
 * Something to say in a reader's language.
 *
 * @param key key of the words
 * @param args what their placeholders stand for, in order
 * @see EstimateText
 */
public record Phrase(String key, List<Object> args) {

    public Phrase {
        args = List.copyOf(args);
    }

    static Phrase of(String key, Object... args) {
        return new Phrase(key, List.of(args));
    }
}
