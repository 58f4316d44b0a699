package dev.essha.cloud;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that happened to a resource of a stack, or to the stack itself (its type is {@code AWS::CloudFormation::Stack}).
 *
 * @param physicalId empty until the resource has one
 * @param status CloudFormation's name, {@code CREATE_COMPLETE}
 * @param reason may be empty
 */
public record StackEvent(
        String id, Instant at, String logicalId, String physicalId, String type, String status, String reason) {

    private static final Pattern CANCELLED = Pattern.compile("Resource (creation|update|deletion) cancelled");

    public boolean failed() {
        return status.endsWith("_FAILED");
    }

    /**
     * Whether the resource failed only because another one did. The first event that failed and is not this is the
     * real cause.
     */
    public boolean cancelled() {
        return failed() && CANCELLED.matcher(reason).lookingAt();
    }
}
