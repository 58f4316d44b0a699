package dev.essha.cloud.aws;

import dev.essha.cloud.said.Said;
import dev.essha.cloud.signin.Outcome;
import dev.essha.wording.Phrase;

/** Leads out of a sign-in that did not succeed. */
final class SignInStopped extends Exception {

    private final transient Outcome.NotDone outcome;

    SignInStopped(Outcome.Reason reason, Phrase said) {
        this(reason, said, null);
    }

    SignInStopped(Outcome.Reason reason, Phrase said, Throwable cause) {
        super(Said.english(said), cause);
        this.outcome = new Outcome.NotDone(reason, said);
    }

    Outcome.NotDone outcome() {
        return outcome;
    }
}
