package dev.essha.cloud;

import java.util.List;

/**
 * A change set that is ready.
 *
 * @param changeSetId empty where there is nothing to change
 * @param creates whether executing it creates the stack
 * @param changes what would happen to which resource, in CloudFormation's order
 */
public record Proposal(
        String stackName, String stackId, String changeSetId, boolean creates, List<ResourceChange> changes) {

    public Proposal {
        changes = List.copyOf(changes);
    }

    /** "Nothing to change" is a normal result. Outputs or tags alone may change without any resource changing. */
    public boolean isEmpty() {
        return changeSetId.isEmpty();
    }
}
