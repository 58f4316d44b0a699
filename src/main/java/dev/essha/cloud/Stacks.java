package dev.essha.cloud;

import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Optional;

/** CloudFormation, as far as the pipeline needs it. */
public interface Stacks {

    /**
     * A stack as it stands, by name (a deleted one is not found by name) or by id (a deleted one is).
     */
    Optional<StackView> find(String nameOrId);

    /** The stacks that carry the tag of whatever deployment, on all pages, in order of name; deleted ones are left out. */
    List<StackView> ofDeployments();

    /** The stacks that carry the tag of a deployment, in order of name; deleted ones are left out. */
    default List<StackView> ofDeployment(DeploymentName deployment) {
        return ofDeployments().stream()
                .filter(stack -> stack.belongsTo(deployment))
                .toList();
    }

    /** The template of a stack, as it was given when the stack was last created or changed. */
    String template(String stackId);

    /**
     * Makes a change set and waits until CloudFormation has worked out what it would change. A stack that does not exist
     * is created empty, in REVIEW_IN_PROGRESS. Nothing is provisioned. A change set without changes is removed again and
     * answered as a proposal without changes.
     *
     * @param token the same for a call that is repeated because its answer was lost: it makes one change set only. Letters,
     *     digits and hyphens
     */
    Proposal propose(StackRequest request, String token);

    /**
     * As {@link #propose(StackRequest, String)}, but compared with what is there instead of with the last template: the
     * change set also takes back what was changed by hand. Only for a stack that stands.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
     *     change sets</a>
     */
    Proposal proposeRepair(StackRequest request, String token);

    /** A change set of its own. */
    Proposal propose(StackRequest request);

    /**
     * Starts a proposal. If a resource fails, what was made is kept where {@link Proposal#keepsWhatWasMade()} says so, and
     * the stack is left in CREATE_FAILED or UPDATE_FAILED, from which a later proposal goes on. Otherwise CloudFormation
     * takes the change back: UPDATE_ROLLBACK_COMPLETE.
     */
    void execute(Proposal proposal);

    /** Removes a proposal that will not be executed, and the empty stack if it made one. */
    void discard(Proposal proposal);

    /**
     * What happened to a stack since an event, oldest first.
     *
     * @param stackId the stack's id
     * @param afterEventId id of the last event already seen; empty for all of them
     */
    List<StackEvent> events(String stackId, Optional<String> afterEventId);

    /** The id of the last event of a stack, without reading its history. */
    Optional<String> lastEvent(String stackId);

    /** The resources of a stack as they stand, in no particular order. */
    List<StackResource> resources(String stackNameOrId);

    /**
     * Asks CloudFormation to compare what stands with the template and waits for the answer: what was changed or deleted by
     * hand, in order of logical id. Types that CloudFormation cannot compare are left out. Values that may be secret are
     * never taken.
     *
     * @throws CloudException also where CloudFormation could not compare some of them and found nothing about the others
     */
    List<ResourceDrift> drift(String stackId);

    /** Switches termination protection. Idempotent. */
    void protect(String stackName, boolean on);

    /** Starts to delete a stack. Idempotent. */
    void delete(String stackId);

    /** Starts to bring a stack that failed back to its last stable state. */
    void rollBack(String stackName);
}
