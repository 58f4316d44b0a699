package dev.essha.cloud;

/** Carries a {@link CloudFailure} up to the place that decides. */
public final class CloudException extends RuntimeException {

    private final transient CloudFailure failure;

    public CloudException(CloudFailure failure) {
        this(failure, null);
    }

    /** @param cause what the adapter saw; goes to the log with {@code --debug} only */
    public CloudException(CloudFailure failure, Throwable cause) {
        super(failure.call() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public CloudFailure failure() {
        return failure;
    }
}
