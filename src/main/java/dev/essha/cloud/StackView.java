package dev.essha.cloud;

import dev.essha.plan.DeploymentName;
import dev.essha.plan.ResourceNames;
import java.time.Instant;
import java.util.Map;

/**
 * A stack as it stands.
 *
 * @param reason why it has this status, in CloudFormation's words; may be empty
 * @param outputs values by key; empty until the stack is complete
 * @param changedAt when it was last created, updated or deleted
 */
public record StackView(
        String name,
        String id,
        StackStatus status,
        String reason,
        Map<String, String> outputs,
        Map<String, String> tags,
        boolean terminationProtection,
        Instant changedAt) {

    public StackView {
        outputs = Map.copyOf(outputs);
        tags = Map.copyOf(tags);
    }

    /**
     * Whether a deployment may take the stack for its own: it has the deployment's tag, or only awaits review. Such a stack
     * is empty and belongs to whoever takes its name; a run that was cut off before its change set was executed leaves one.
     */
    public boolean belongsTo(DeploymentName deployment) {
        return status == StackStatus.REVIEW_IN_PROGRESS
                || deployment.value().equals(tags.get(ResourceNames.DEPLOYMENT_TAG));
    }
}
