package dev.essha.pipeline;

import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;

/**
 * A {@link StageFailure} before it is said in anybody's language.
 *
 * @param logicalId the resource that failed; empty where the stage failed before any did
 * @param type of that resource, may be empty
 * @param reason what the service said
 * @param advice what to do
 */
record Trouble(String logicalId, String type, Phrase reason, Phrase advice) {

    /** Of no single resource. */
    Trouble(Phrase reason, Phrase advice) {
        this("", "", reason, advice);
    }

    StageFailure in(Wording language) {
        return new StageFailure(logicalId, type, language.of(reason), language.of(advice));
    }
}
