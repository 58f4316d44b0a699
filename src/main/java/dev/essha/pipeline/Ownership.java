package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import java.util.Arrays;
import java.util.Optional;

/** Which stacks are ours: those that carry the deployment's tag. Nothing else is ever changed or deleted. */
final class Ownership {

    private static final String DEPLOYMENT_TAG = "ess-ha:deployment";
    private static final String STAGE_TAG = "ess-ha:stage";

    private Ownership() {}

    /** A stack that only awaits review is empty: it belongs to whoever takes its name. */
    static boolean isOurs(StackView stack, DeploymentName deployment) {
        return stack.status() == StackStatus.REVIEW_IN_PROGRESS
                || deployment.value().equals(stack.tags().get(DEPLOYMENT_TAG));
    }

    /** The stage that a stack says it is. */
    static Optional<StageId> stageOf(StackView stack) {
        return Arrays.stream(StageId.values())
                .filter(s -> s.label().equals(stack.tags().get(STAGE_TAG)))
                .findFirst();
    }
}
