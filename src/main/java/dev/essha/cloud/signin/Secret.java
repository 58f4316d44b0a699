package dev.essha.cloud.signin;

import java.util.Objects;

/** A text that is never shown: whoever wants it has to ask for it. */
public final class Secret {

    private static final String HIDDEN = "(hidden)";

    private final String value;

    /** @throws IllegalArgumentException if there is nothing in it */
    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an empty secret");
        }
        this.value = value;
    }

    /** The text itself, for the one who sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
