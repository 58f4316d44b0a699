package dev.essha.cloud.signin;

import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;

/** How signing in to an Identity Center ended. */
public sealed interface Outcome {

    /** Somebody is signed in. */
    record Done(CenterSession session) implements Outcome {}

    /**
     * Nobody is signed in; whoever was before still is.
     *
     * @param said to a person, without secrets; a sentence of {@link Said}
     */
    record NotDone(Reason reason, Phrase said) implements Outcome {

        /** What is said, in English. */
        public String message() {
            return Said.english(said);
        }
    }

    /** Why nobody is signed in. */
    enum Reason {
        /** The person, or a rule of the center, said no. */
        DENIED,
        /** Nobody came back in time. */
        EXPIRED,
        /** The calling thread was interrupted. */
        CANCELLED,
        /** No such center: the start URL or its region is wrong. */
        WRONG_CENTER,
        /** The service cannot be reached, or is broken at the moment. */
        UNREACHABLE,
        /** The browser cannot come back, or the token cannot be kept, on this computer. */
        COMPUTER,
        /** Anything else. */
        UNEXPECTED
    }
}
