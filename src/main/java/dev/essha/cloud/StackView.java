package dev.essha.cloud;

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
}
