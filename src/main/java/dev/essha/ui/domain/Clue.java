package dev.essha.ui.domain;

import java.util.List;

/**
 * One thing that was looked for about a domain.
 *
 * @param key of the sentence that says what was seen
 * @param args what its placeholders stand for
 * @param asked name servers that the public is sent to; empty where there is nothing to compare
 * @param own name servers of the zone
 */
record Clue(Subject subject, State state, String key, List<Object> args, List<String> asked, List<String> own) {

    Clue {
        args = List.copyOf(args);
        asked = List.copyOf(asked);
        own = List.copyOf(own);
    }

    Clue(Subject subject, State state, String key, Object... args) {
        this(subject, state, key, List.of(args), List.of(), List.of());
    }

    /** What is looked for. */
    enum Subject {
        /** Whether public DNS knows a zone that the domain is in. */
        REGISTERED,
        /** The hosted zone that takes the records. */
        ZONE,
        /** Whether the public is sent to that zone. */
        DELEGATION,
        /** Whether the plan knows that the domain is the top of its zone. */
        APEX,
        /** How long it is remembered that a name does not exist. */
        ABSENCE
    }

    /** How it stands. */
    enum State {
        RUNNING,
        OK,
        WARNING,
        /** It could not be seen. */
        UNKNOWN,
        /** It waits for another answer. */
        WAITING
    }
}
