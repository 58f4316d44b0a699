package dev.essha.cli;

/** A command that will not go on, with the reason for a person. */
final class Refused extends RuntimeException {

    private final String advice;
    private final int status;

    Refused(String message, String advice, int status) {
        super(message);
        this.advice = advice;
        this.status = status;
    }

    String advice() {
        return advice;
    }

    int status() {
        return status;
    }
}
