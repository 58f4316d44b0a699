package dev.essha.cloud;

import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import java.time.Duration;

/** Why a call to the cloud failed. Everything that decides on a failure does so on this type, never on a message. */
public sealed interface CloudFailure {

    /** What is told of it, without secrets: what the service said as it is, or else a sentence of {@link Said}. */
    Phrase said();

    /** The same in English; for the command line and the log. */
    default String message() {
        return Said.english(said());
    }

    /** The service call, {@code kafka:DescribeConfigurationRevision}. */
    String call();

    /** Not allowed; {@code action} is the permission that is missing. */
    record Denied(String call, String action, Phrase said) implements CloudFailure {

        public Denied(String call, String action, String message) {
            this(call, action, Phrase.asIs(message));
        }
    }

    /** No credentials, or they are wrong or have ended. */
    record NotSignedIn(String call, Phrase said) implements CloudFailure {

        public NotSignedIn(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /** The service refuses what this computer signs because its clock is wrong; the message says by how much, where that is known. */
    record ClockWrong(String call, Phrase said) implements CloudFailure {}

    /** What was asked for does not exist. */
    record NotFound(String call, Phrase said) implements CloudFailure {

        public NotFound(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /** What is to be made has the name of something that is there already, which CloudFormation saw before it began. */
    record Taken(String call, Phrase said) implements CloudFailure {

        public Taken(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /** Something of that name is there already, or somebody else is changing it. */
    record Conflict(String call, Phrase said) implements CloudFailure {

        public Conflict(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /** A limit of the account. */
    record Quota(String call, String code, Phrase said) implements CloudFailure {

        public Quota(String call, String code, String message) {
            this(call, code, Phrase.asIs(message));
        }
    }

    /** The service asks for patience; already retried inside the adapter. */
    record Throttled(String call, Duration after, Phrase said) implements CloudFailure {

        public Throttled(String call, Duration after, String message) {
            this(call, after, Phrase.asIs(message));
        }
    }

    /** The service cannot be reached or is broken at the moment. */
    record Unavailable(String call, Phrase said) implements CloudFailure {

        public Unavailable(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /**
     * Nothing gets through to the service from this computer as it is set up (its proxy, whom it trusts); the message names
     * the setting. Retrying is useless until somebody changes it.
     */
    record Unreachable(String call, Phrase said) implements CloudFailure {}

    /** The request itself is wrong; retrying is useless. */
    record Invalid(String call, Phrase said) implements CloudFailure {

        public Invalid(String call, String message) {
            this(call, Phrase.asIs(message));
        }
    }

    /** Anything else. */
    record Unknown(String call, String code, Phrase said) implements CloudFailure {

        public Unknown(String call, String code, String message) {
            this(call, code, Phrase.asIs(message));
        }
    }
}
