package dev.essha.inventory;

import dev.essha.wording.Labels;
import dev.essha.wording.Phrase;

/**
 * Why something could not be seen.
 *
 * @param said a sentence of the checklist, which also has what to do about it under the key
 */
public record Why(Phrase said) {

    /** @param args what the sentence of the kind wants to know */
    public static Why of(Kind kind, Object... args) {
        return new Why(Phrase.of(kind.key(), args));
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
        /** The call, and what AWS said. */
        NOT_FOUND,
        /** The call. */
        THROTTLED,
        /** The call, and what was said. */
        UNREACHABLE,
        /** The call, and what AWS said. */
        FAILED,
        /** The call, and what was in its way here. */
        NOT_ASKED,
        /** The call, and what was wrong with its answer. */
        UNEXPECTED,
        /** What went wrong with the judgment. */
        NOT_JUDGED,
        /** Nothing: another provider has the records. */
        DNS_ELSEWHERE,
        /** The hosted zones. */
        SEVERAL_ZONES;

        /** Of its sentence, {@code unseen.not-installed}. */
        public String key() {
            return "unseen." + Labels.of(this);
        }
    }
}
