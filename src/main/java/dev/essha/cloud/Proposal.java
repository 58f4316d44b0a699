package dev.essha.cloud;

import java.util.List;

/**
 * A change set that is ready.
 *
 * @param changeSetId empty where there is nothing to change
 * @param creates whether executing it creates the stack
 * @param resumes whether it goes on with a creation that failed
 * @param changes what would happen to which resource, in CloudFormation's order
 * @param part whether others follow before the stack is what it should be
 */
public record Proposal(
        String stackName,
        String stackId,
        String changeSetId,
        boolean creates,
        boolean resumes,
        List<ResourceChange> changes,
        boolean part) {

    public Proposal {
        changes = List.copyOf(changes);
    }

    public Proposal(
            String stackName,
            String stackId,
            String changeSetId,
            boolean creates,
            boolean resumes,
            List<ResourceChange> changes) {
        this(stackName, stackId, changeSetId, creates, resumes, changes, false);
    }

    public Proposal asPart() {
        return new Proposal(stackName, stackId, changeSetId, creates, resumes, changes, true);
    }

    /** "Nothing to change" is a normal result. Outputs or tags alone may change without any resource changing. */
    public boolean isEmpty() {
        return changeSetId.isEmpty();
    }

    /**
     * Whether what was made is kept when a resource fails; otherwise CloudFormation takes the change back. It replaces
     * nothing in a stack that it must not roll back. A creation has no state to go back to but nothing at all. A part that
     * fails is taken back, so that it is tried alone again.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html">Stack failure
     *     options: immutable update types aren't supported</a>
     */
    public boolean keepsWhatWasMade() {
        boolean replaces = changes.stream().anyMatch(c -> c.replacement() != ResourceChange.Replacement.NO);
        return creates || resumes || !replaces && !part;
    }
}
