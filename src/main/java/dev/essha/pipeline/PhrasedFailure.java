package dev.essha.pipeline;

import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;

/**
 * Why a stage failed, or is refused, in phrases: whoever finds out does not know what language it is read in. Ends as a {@link
 * StageFailure} in an event.
 *
 * @param logicalId the resource that failed; empty where the stage failed before any did
 * @param type of that resource, may be empty
 * @param reason the first real cause: in the words of the service as they are, or a sentence
 * @param advice what to do
 */
record PhrasedFailure(String logicalId, String type, Phrase reason, Phrase advice) {

    /** Of no single resource. */
    PhrasedFailure(Phrase reason, Phrase advice) {
        this("", "", reason, advice);
    }

    StageFailure in(Wording language) {
        return new StageFailure(logicalId, type, language.of(reason), language.of(advice));
    }
}
