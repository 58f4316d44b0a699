package dev.essha.wording;

import java.util.Arrays;
import java.util.List;

/**
 * Something to say in a reader's language.
 *
 * @param key key of the words; empty for what is said as it is, the only argument
 * @param args what their placeholders stand for, in order; a phrase among them is said in the same language, and what a
 *     service left out is a dash
 * @see Wording
 */
public record Phrase(String key, List<Object> args) {

    /** @throws IllegalArgumentException where nothing, or more than one thing, is said as it is */
    public Phrase {
        args = List.copyOf(args);
        if (key.isEmpty() && args.size() != 1) {
            throw new IllegalArgumentException("as it is, one thing is said, not " + args.size());
        }
    }

    public static Phrase of(String key, Object... args) {
        return new Phrase(
                key, Arrays.stream(args).map(arg -> arg == null ? "-" : arg).toList());
    }

    /** What somebody else said, in their words. */
    public static Phrase asIs(String text) {
        return of("", text);
    }

    /** Whether it is the same in every language. */
    public boolean isAsIs() {
        return key.isEmpty();
    }
}
