package dev.essha.cli;

import dev.essha.pipeline.RunState;

/** The exit statuses that other programs rely on. */
final class Exit {

    static final int OK = 0;

    /** A run failed, or some finding does. */
    static final int FAILED = 1;

    /** Bad usage or a bad plan. */
    static final int USAGE = 2;

    /** Some finding is unknown, and none fails. */
    static final int UNKNOWN = 3;

    /** No access to AWS: credentials or permission. */
    static final int NO_ACCESS = 4;

    /** {@code plan} found changes. */
    static final int CHANGES = 10;

    /** Interrupted. */
    static final int INTERRUPTED = 130;

    private Exit() {}

    /** Of a run that has ended. One that failed because nobody signed in again has no access. */
    static int of(RunState run) {
        return switch (run.outcome().orElseThrow()) {
            case COMPLETE, UNCHANGED -> OK;
            case FAILED -> run.pause().isPresent() ? NO_ACCESS : FAILED;
            case CANCELLED -> INTERRUPTED;
        };
    }
}
