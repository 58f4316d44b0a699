package dev.essha.ui.run;

/**
 * Whether the draft can be installed now, or what is in the way.
 *
 * @param count how many there are of what is in the way, where it can be counted
 */
record Readiness(Kind kind, long count) {

    /** What is in the way, the first of these that is. */
    enum Kind {
        RUNNING,
        NOT_SIGNED_IN,
        PROBLEMS,
        LOOKING,
        NOT_SEEN,
        WOULD_FAIL,
        LOSES_DATA,
        READY
    }

    static Readiness of(Kind kind) {
        return new Readiness(kind, 0);
    }

    boolean ready() {
        return kind == Kind.READY;
    }
}
