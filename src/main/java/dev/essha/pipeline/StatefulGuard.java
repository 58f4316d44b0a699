package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.wording.Phrase;
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
    static Optional<PhrasedFailure> refusal(StageId stage, Work.Stack work, Proposal proposal, InstallOptions options) {
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

    private static PhrasedFailure refusal(StageId stage, ResourceChange change) {
        return new PhrasedFailure(
                change.logicalId(),
                change.type(),
                Phrase.of("guard." + loss(change) + "." + value(change), change.physicalId()),
                wayBack(change, InstallOptions.replacing(stage, change.logicalId())));
    }

    private static Phrase wayBack(ResourceChange change, String option) {
        return change.properties().isEmpty()
                ? Phrase.of("guard.put-back", option)
                : Phrase.of("guard.take-back", option, String.join(", ", change.properties()));
    }

    /** What would be lost, as the sentences tell it apart. */
    private static String value(ResourceChange change) {
        return switch (change.type()) {
            case ResourceKind.VPC, ResourceKind.SUBNET -> "ground";
            case ResourceKind.SECRET -> "password";
            default -> "data";
        };
    }

    private static String loss(ResourceChange change) {
        if (change.action() == ResourceChange.Action.REMOVE) {
            return "removes";
        }
        return switch (change.replacement()) {
            case YES -> "replaces";
            case MAYBE -> "may-replace";
            case NO -> "renews";
        };
    }
}
