package dev.essha.cloud.rehearsal.template;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;

/** What CloudFormation answers to a template or request that is wrong. */
public final class Refusal {

    private Refusal() {}

    /** A ValidationError of CreateChangeSet. */
    public static CloudException of(String message) {
        return of("cloudformation:CreateChangeSet", message);
    }

    public static CloudException of(String call, String message) {
        return new CloudException(new CloudFailure.Invalid(call, message));
    }
}
