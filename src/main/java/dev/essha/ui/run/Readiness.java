package dev.essha.ui.run;

/**
 * Whether the draft can be installed now, or what is in the way.
 *
 * @param count how many there are of what is in the way or worth a warning, where it can be counted
 */
record Readiness(Kind kind, long count) {

    /** What is in the way or worth a warning, the first of these that is. */
    enum Kind {
        RUNNING,
        NOT_SIGNED_IN,
        PROBLEMS,
        LOOKING,
        NOT_SEEN,
        WOULD_FAIL,
        LOSES_DATA,
        /** Nothing is, but what is left after the loss of a zone is not enough. */
        READY_BUT_WEAK,
        /** Nothing that is known. */
        READY_BUT_UNKNOWN,
        READY;

        boolean ready() {
            return this == READY || this == READY_BUT_WEAK || this == READY_BUT_UNKNOWN;
        }
    }

    static Readiness of(Kind kind) {
        return new Readiness(kind, 0);
    }

    /**
     * Nothing is in the way.
     *
     * @param weak of how many parts the loss of a zone leaves too little
     * @param unknown how many preconditions are
     */
    static Readiness ready(long weak, long unknown) {
        if (weak > 0) {
            return new Readiness(Kind.READY_BUT_WEAK, weak);
        }
        return unknown > 0 ? new Readiness(Kind.READY_BUT_UNKNOWN, unknown) : of(Kind.READY);
    }

    boolean ready() {
        return kind.ready();
    }
}
