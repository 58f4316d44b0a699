package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Outcome;

/** Leads out of a sign-in that did not succeed. */
final class SignInStopped extends Exception {

    private final transient Outcome.NotDone outcome;

    SignInStopped(Outcome.Reason reason, String message) {
        this(reason, message, null);
    }

    SignInStopped(Outcome.Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.outcome = new Outcome.NotDone(reason, message);
    }

    Outcome.NotDone outcome() {
        return outcome;
    }
}
