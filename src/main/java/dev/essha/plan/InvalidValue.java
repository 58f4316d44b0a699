package dev.essha.plan;

import java.util.List;

/**
 * A text that a value type refuses. Carries a message key and its arguments, so that the reader of a plan turns it into
 * a {@link Problem} with path and line, and the window into a sentence in the person's language.
 */
public final class InvalidValue extends IllegalArgumentException {

    private final String key;
    private final transient List<Object> args;

    /**
     * @param key key of the sentence in {@code messages.properties} of this package
     * @param args what the sentence's placeholders stand for, in order
     */
    public InvalidValue(String key, Object... args) {
        super(key + List.of(args));
        this.key = key;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
