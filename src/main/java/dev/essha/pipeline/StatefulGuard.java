package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import java.util.Optional;
import java.util.Set;

/** Refuses changes that would lose data or keys, unless the person named the very resource. */
final class StatefulGuard {

    /** What keeps data or keys, whoever asks: a resource that left the template is known by nothing but its type. */
    private static final Set<String> TYPES = Set.of(
            "AWS::EC2::VPC",
            "AWS::ECR::Repository",
            "AWS::KMS::Key",
            "AWS::MSK::Cluster",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket");

    private StatefulGuard() {}

    /** The first change that must not be made. */
    static Optional<StageFailure> refusal(StageId stage, Work.Stack work, Proposal proposal, InstallOptions options) {
        return proposal.changes().stream()
                .filter(c -> losesData(c) && isStateful(c, work) && !options.mayReplace(stage, c.logicalId()))
                .findFirst()
                .map(c -> refusal(stage, c));
    }

    private static boolean losesData(ResourceChange change) {
        return switch (change.action()) {
            case ADD -> false;
            case REMOVE -> true;
            case MODIFY -> change.replacement() != ResourceChange.Replacement.NO;
        };
    }

    private static boolean isStateful(ResourceChange change, Work.Stack work) {
        return TYPES.contains(change.type())
                || work.resources().stream()
                        .anyMatch(r -> r.stateful() && r.logicalId().equals(change.logicalId()));
    }

    private static StageFailure refusal(StageId stage, ResourceChange change) {
        return new StageFailure(
                change.logicalId(),
                change.type(),
                "this change %s %s, which holds data; nothing was changed".formatted(verb(change), change.physicalId()),
                "Take the setting back (%s), or name %s/%s if its loss is wanted."
                        .formatted(String.join(", ", change.properties()), stage.label(), change.logicalId()));
    }

    private static String verb(ResourceChange change) {
        if (change.action() == ResourceChange.Action.REMOVE) {
            return "removes";
        }
        return change.replacement() == ResourceChange.Replacement.YES ? "replaces" : "may replace";
    }
}
