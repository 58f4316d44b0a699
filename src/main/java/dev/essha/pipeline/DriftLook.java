package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what was changed or deleted by hand. That it cannot be looked for is said and stops nothing: it is news about
 * what others did, not a condition of what is to be done.
 */
final class DriftLook {

    /**
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html">DetectStackDrift</a>
     */
    private static final Set<StackStatus> COMPARABLE = EnumSet.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_FAILED);

    private static final String SECURITY_GROUP = "AWS::EC2::SecurityGroup";

    private DriftLook() {}

    /** @param stacks of the region where the stack stands */
    static StageDrift at(StackView stack, Stacks stacks, StageContext context) throws InterruptedException {
        if (!COMPARABLE.contains(stack.status())) {
            return StageDrift.NOT_LOOKED;
        }
        try {
            List<ResourceDrift> found = context.retry().get(() -> stacks.drift(stack.id()));
            return StageDrift.of(found.stream()
                    .map(DriftLook::withoutOwnRules)
                    .flatMap(Optional::stream)
                    .toList());
        } catch (CloudException e) {
            return StageDrift.unseen("drift cannot be looked for: " + why(e.failure()));
        }
    }

    private static String why(CloudFailure failure) {
        return failure instanceof CloudFailure.Denied denied ? denied.action() + " is not allowed" : failure.message();
    }

    /**
     * A rule that is a resource of its own is reported as drift of its group. Such rules name a group or a prefix list as
     * their peer; one that somebody adds for a range of addresses is told.
     *
     * @see <a href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1198">A rule of its own
     *     causes false positive drift within the group</a>
     */
    private static Optional<ResourceDrift> withoutOwnRules(ResourceDrift drift) {
        if (drift.gone() || !drift.type().equals(SECURITY_GROUP)) {
            return Optional.of(drift);
        }
        List<ResourceDrift.Difference> rest =
                drift.differences().stream().filter(d -> !isOwnRule(d)).toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceDrift(drift.logicalId(), drift.type(), drift.physicalId(), false, rest));
    }

    private static boolean isOwnRule(ResourceDrift.Difference difference) {
        String actual = Objects.toString(difference.actual(), "");
        return difference.path().startsWith("/SecurityGroup")
                && difference.expected().isEmpty()
                && (actual.contains("SecurityGroupId") || actual.contains("PrefixListId"));
    }
}
