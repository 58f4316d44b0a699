package dev.essha.pipeline;

import dev.essha.cloud.CloudException;

/** Somebody else changed the stack between a look at it and what was to be done: it has to be looked at anew. */
final class OutrunException extends Exception {

    /** @param refusal what CloudFormation said */
    OutrunException(CloudException refusal) {
        super(refusal.getMessage(), refusal);
    }

    CloudException refusal() {
        return (CloudException) getCause();
    }
}
