package dev.essha.pipeline;

import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import java.util.Arrays;
import java.util.Optional;

/** Which stacks are ours: those that carry the deployment's tag. Nothing else is ever changed or deleted. */
final class Ownership {

    private Ownership() {}

    /** A stack that only awaits review is empty: it belongs to whoever takes its name. */
    static boolean isOurs(StackView stack, DeploymentName deployment) {
        return stack.status() == StackStatus.REVIEW_IN_PROGRESS
                || deployment.value().equals(stack.tags().get(StackTags.DEPLOYMENT));
    }

    /** The stage that a stack says it is. */
    static Optional<StageId> stageOf(StackView stack) {
        return Arrays.stream(StageId.values())
                .filter(s -> s.label().equals(stack.tags().get(StackTags.STAGE)))
                .findFirst();
    }
}
