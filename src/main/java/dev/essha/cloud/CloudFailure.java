package dev.essha.cloud;

import java.time.Duration;
import java.util.Optional;

/** Why a call to the cloud failed. Everything that decides on a failure does so on this type, never on a message. */
public sealed interface CloudFailure {

    /** What the service said, without secrets; for the person and the log. */
    String message();

    /** The service call, {@code kafka:DescribeConfigurationRevision}. */
    String call();

    /** Not allowed; {@code action} is the permission that is missing. */
    record Denied(String call, String action, String message) implements CloudFailure {}

    /** No credentials, or they are wrong or have ended. */
    record NotSignedIn(String call, String message) implements CloudFailure {}

    /**
     * The service refuses what this computer signs because its clock is wrong.
     *
     * @param ahead how far it is ahead, negative where it is behind; empty where nobody knows
     */
    record ClockWrong(String call, Optional<Duration> ahead, String message) implements CloudFailure {}

    /** What was asked for does not exist. */
    record NotFound(String call, String message) implements CloudFailure {}

    /** What is to be made has the name of something that is there already, which CloudFormation saw before it began. */
    record Taken(String call, String message) implements CloudFailure {}

    /** Something of that name is there already, or somebody else is changing it. */
    record Conflict(String call, String message) implements CloudFailure {}

    /** A limit of the account. */
    record Quota(String call, String code, String message) implements CloudFailure {}

    /** The service asks for patience; already retried inside the adapter. */
    record Throttled(String call, Duration after, String message) implements CloudFailure {}

    /** The service cannot be reached or is broken at the moment. */
    record Unavailable(String call, String message) implements CloudFailure {}

    /**
     * Nothing gets through to the service from this computer as it is set up (its proxy, whom it trusts); the message names
     * the setting. Retrying is useless until somebody changes it.
     */
    record Unreachable(String call, String message) implements CloudFailure {}

    /** The request itself is wrong; retrying is useless. */
    record Invalid(String call, String message) implements CloudFailure {}

    /** Anything else. */
    record Unknown(String call, String code, String message) implements CloudFailure {}
}
