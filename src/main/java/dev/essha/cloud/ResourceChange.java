package dev.essha.cloud;

import java.util.List;

/**
 * What a change set would do to one resource.
 *
 * @param physicalId empty for a resource that does not exist yet
 * @param properties the names of the properties that change, in order; with that of the part that does, where it is known:
 *     {@code BrokerNodeGroupInfo.InstanceType}
 */
public record ResourceChange(
        Action action,
        String logicalId,
        String type,
        String physicalId,
        Replacement replacement,
        List<String> properties) {

    public ResourceChange {
        properties = List.copyOf(properties);
    }

    /** What happens to the resource. */
    public enum Action {
        ADD,
        MODIFY,
        REMOVE
    }

    /** Whether a modified resource is replaced by a new one. */
    public enum Replacement {
        NO,
        /** CloudFormation finds out while it runs. */
        MAYBE,
        YES
    }
}
