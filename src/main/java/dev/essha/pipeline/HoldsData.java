package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import java.util.Set;

/**
 * Which resources hold data, keys or passwords: what the blueprint says of its own; for those that it has no more, or
 * never had, their type is all that is known.
 */
final class HoldsData {

    private static final Set<String> TYPES = Set.of(
            ResourceKind.BUCKET,
            ResourceKind.CLUSTER_SNAPSHOT,
            ResourceKind.DATABASE,
            ResourceKind.DATABASE_CLUSTER,
            ResourceKind.KAFKA,
            ResourceKind.KEY,
            ResourceKind.REPOSITORY,
            ResourceKind.SECRET,
            ResourceKind.SNAPSHOT);

    private HoldsData() {}

    static boolean in(Work.Stack work, String logicalId, String type) {
        return work.resources().stream()
                .filter(r -> r.logicalId().equals(logicalId))
                .map(Work.Resource::stateful)
                .findFirst()
                .orElseGet(() -> ofType(type));
    }

    /** What must not go unless it is named. */
    static boolean guarded(String type) {
        return isGround(type) || ofType(type);
    }

    /**
     * A VPC or a subnet holds no data, but all that does stands in it. A subnet cannot go before what stands in it has moved,
     * which only happens once the network is done: CloudFormation would leave it behind.
     */
    static boolean isGround(String type) {
        return type.equals(ResourceKind.VPC) || type.equals(ResourceKind.SUBNET);
    }

    /** For a stack whose template is not at hand. */
    static boolean ofType(String type) {
        return TYPES.contains(type);
    }
}
