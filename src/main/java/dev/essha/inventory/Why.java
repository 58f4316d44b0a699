package dev.essha.inventory;

import java.util.List;
import java.util.Locale;

/**
 * Why something could not be seen. Its sentence, and what to do about it, are said in the reader's language.
 *
 * @param args what the placeholders of the sentence stand for, in order
 */
public record Why(Kind kind, List<String> args) {

    public Why {
        args = List.copyOf(args);
    }

    public static Why of(Kind kind, String... args) {
        return new Why(kind, List.of(args));
    }

    /** The kinds of reasons, with what their sentences want to know. */
    public enum Kind {
        /** The stage. */
        NOT_INSTALLED,
        /** The stage, the status of its stack, and what it does not hand out. */
        NO_OUTPUT,
        /** The permission. */
        DENIED,
        /** The call. */
        NOT_SIGNED_IN,
        /** The call. */
        CLOCK_WRONG,
        /** The call, and what was said. */
        NOT_FOUND,
        /** The call. */
        THROTTLED,
        /** The call, and what was said. */
        UNREACHABLE,
        /** The call, and what was said. */
        FAILED,
        /** The call, and what was wrong with its answer. */
        UNEXPECTED,
        /** What went wrong with the judgment. */
        NOT_JUDGED,
        /** Nothing: another provider has the records. */
        DNS_ELSEWHERE,
        /** The hosted zones. */
        SEVERAL_ZONES;

        /** {@code not-installed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
