package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import java.util.Optional;

/** Refuses changes that would lose data, keys or passwords, unless the person named the very resource. */
final class StatefulGuard {

    /**
     * A change of how the password is made makes a new one, over the one that is in use.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html">AWS::SecretsManager::Secret</a>
     */
    private static final String PASSWORD = "GenerateSecretString";

    private StatefulGuard() {}

    /** The first change that must not be made. */
    static Optional<StageFailure> refusal(StageId stage, Work.Stack work, Proposal proposal, InstallOptions options) {
        return proposal.changes().stream()
                .filter(c -> losesData(c) && guards(c, work) && !options.mayReplace(stage, c.logicalId()))
                .findFirst()
                .map(c -> refusal(stage, c));
    }

    /** Whether a change of something that holds data is one that loses it. */
    static boolean losesData(ResourceChange change) {
        return switch (change.action()) {
            case ADD -> false;
            case REMOVE -> true;
            case MODIFY -> Replacements.of(change) != ResourceChange.Replacement.NO || overwrites(change);
        };
    }

    private static boolean overwrites(ResourceChange change) {
        return change.type().equals(ResourceKind.SECRET)
                && change.properties().stream().anyMatch(p -> p.equals(PASSWORD) || p.startsWith(PASSWORD + "."));
    }

    static boolean guards(ResourceChange change, Work.Stack work) {
        return HoldsData.isGround(change.type()) || HoldsData.in(work, change.logicalId(), change.type());
    }

    private static StageFailure refusal(StageId stage, ResourceChange change) {
        return new StageFailure(
                change.logicalId(),
                change.type(),
                "this change %s %s, which %s; nothing was changed"
                        .formatted(verb(change), change.physicalId(), why(change)),
                "%s, or name it with %s if its loss is wanted."
                        .formatted(wayBack(change), InstallOptions.replacing(stage, change.logicalId())));
    }

    private static String wayBack(ResourceChange change) {
        return change.properties().isEmpty()
                ? "Put it back into the plan"
                : "Take the setting back (%s)".formatted(String.join(", ", change.properties()));
    }

    private static String why(ResourceChange change) {
        return switch (change.type()) {
            case ResourceKind.VPC, ResourceKind.SUBNET -> "others stand in";
            case ResourceKind.SECRET -> "holds a password in use";
            default -> "holds data";
        };
    }

    private static String verb(ResourceChange change) {
        if (change.action() == ResourceChange.Action.REMOVE) {
            return "removes";
        }
        return switch (change.replacement()) {
            case YES -> "replaces";
            case MAYBE -> "may replace";
            case NO -> "makes a new password for";
        };
    }
}
