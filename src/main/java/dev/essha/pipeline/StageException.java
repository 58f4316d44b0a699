package dev.essha.pipeline;

import dev.essha.wording.Phrase;

/** Carries a failure up to the place where the stage ends. */
final class StageException extends RuntimeException {

    private final transient Trouble trouble;

    StageException(Trouble trouble) {
        super(Sentences.ENGLISH.of(trouble.reason()));
        this.trouble = trouble;
    }

    StageException(Phrase reason, Phrase advice) {
        this(new Trouble(reason, advice));
    }

    Trouble trouble() {
        return trouble;
    }
}
