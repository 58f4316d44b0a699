package dev.essha.pipeline;

/** Carries a failure up to the place where the stage ends. */
final class StageException extends RuntimeException {

    private final transient StageFailure failure;

    StageException(StageFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    StageException(String reason, String advice) {
        this(new StageFailure("", "", reason, advice));
    }

    StageFailure failure() {
        return failure;
    }
}
