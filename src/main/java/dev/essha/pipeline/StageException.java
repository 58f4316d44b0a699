package dev.essha.pipeline;

import dev.essha.wording.Phrase;

/** Carries a failure up to the place where the stage ends. */
final class StageException extends RuntimeException {

    private final transient PhrasedFailure failure;

    StageException(PhrasedFailure failure) {
        super(Sentences.ENGLISH.of(failure.reason()));
        this.failure = failure;
    }

    StageException(Phrase reason, Phrase advice) {
        this(new PhrasedFailure(reason, advice));
    }

    PhrasedFailure failure() {
        return failure;
    }
}
