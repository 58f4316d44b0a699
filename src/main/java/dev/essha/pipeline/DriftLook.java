package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
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
    static DriftSeen at(StackView stack, Stacks stacks, StageContext context) throws InterruptedException {
        if (!COMPARABLE.contains(stack.status())) {
            return DriftSeen.NOT_LOOKED;
        }
        try {
            List<ResourceDrift> found = context.retry().get(() -> stacks.drift(stack.id()));
            return DriftSeen.of(found.stream()
                    .map(DriftLook::byHand)
                    .flatMap(Optional::stream)
                    .toList());
        } catch (CloudException e) {
            return DriftSeen.unseen(why(e.failure()));
        }
    }

    private static Phrase why(CloudFailure failure) {
        return failure instanceof CloudFailure.Denied denied
                ? Phrase.of("drift.not-allowed", denied.action())
                : Phrase.of("drift.not-seen", failure.said());
    }

    /** What of a drift somebody may have done. */
    private static Optional<ResourceDrift> byHand(ResourceDrift drift) {
        if (drift.gone()) {
            return Optional.of(drift);
        }
        List<ResourceDrift.Difference> rest = drift.differences().stream()
                .filter(d -> !(isOwnRule(drift, d) || growsByItself(drift, d)))
                .toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceDrift(drift.logicalId(), drift.type(), drift.physicalId(), false, rest));
    }

    /**
     * A rule that is a resource of its own is reported as drift of its group. Such rules name a group or a prefix list as
     * their peer; one that somebody adds for a range of addresses is told.
     *
     * @see <a href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1198">A rule of its own
     *     causes false positive drift within the group</a>
     */
    private static boolean isOwnRule(ResourceDrift drift, ResourceDrift.Difference difference) {
        String actual = Objects.toString(difference.actual(), "");
        return drift.type().equals(SECURITY_GROUP)
                && difference.path().startsWith("/SecurityGroup")
                && difference.expected().isEmpty()
                && (actual.contains("SecurityGroupId") || actual.contains("PrefixListId"));
    }

    /** The plan leaves room for it: RDS enlarges storage that fills up, an autoscaler changes the number of nodes. */
    private static boolean growsByItself(ResourceDrift drift, ResourceDrift.Difference difference) {
        return switch (drift.type()) {
            case ResourceKind.DATABASE -> difference.path().equals("/AllocatedStorage");
            case ResourceKind.NODE_GROUP -> difference.path().equals("/ScalingConfig/DesiredSize");
            default -> false;
        };
    }
}
