package dev.essha.cloud;

import dev.essha.plan.DeploymentName;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.ResourceNames;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as it stands.
 *
 * @param reason why it has this status, in CloudFormation's words; may be empty
 * @param outputs values by key; empty until the stack is complete
 * @param tags of a stack that only awaits review: those that all its change sets want for it. It has none itself yet
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

    /** The deployment whose tag it carries; empty for a stack of somebody else, or where no deployment can have the name. */
    public Optional<DeploymentName> deployment() {
        try {
            return Optional.ofNullable(tags.get(ResourceNames.DEPLOYMENT_TAG)).map(DeploymentName::new);
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** Whether it carries the tag of a deployment. Nothing else is ever changed or deleted. */
    public boolean belongsTo(DeploymentName deployment) {
        return deployment().filter(deployment::equals).isPresent();
    }

    public StackView withTags(Map<String, String> others) {
        return new StackView(name, id, status, reason, outputs, others, terminationProtection, changedAt);
    }
}
