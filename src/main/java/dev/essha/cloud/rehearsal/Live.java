package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackResource;
import java.time.Instant;

/**
 * A resource as it stands at a moment.
 *
 * @param stack name of the stack that it belongs to, or belonged to before it was retained
 * @param status CloudFormation's, {@code CREATE_COMPLETE}
 * @param since when it was created completely, or will be
 */
record Live(
        String stack,
        String logicalId,
        String type,
        String physicalId,
        String seed,
        int version,
        Properties properties,
        String status,
        Instant since) {

    static Live of(String stack, Step step, Instant now) {
        return new Live(
                stack,
                step.logicalId(),
                step.type(),
                step.physicalId(),
                step.seed(),
                step.version(),
                new Properties(step.properties()),
                step.statusAt(now),
                step.until());
    }

    /** Whether the service has made it completely, even if a later change is under way. */
    boolean ready() {
        return !status.startsWith("CREATE_") || status.equals("CREATE_COMPLETE");
    }

    /** Whether CloudFormation made it at all. */
    boolean exists() {
        return !status.equals("CREATE_FAILED");
    }

    boolean is(String ofType) {
        return type.equals(ofType);
    }

    Live withStatus(String other) {
        return new Live(stack, logicalId, type, physicalId, seed, version, properties, other, since);
    }

    Live withProperties(Properties other) {
        return new Live(stack, logicalId, type, physicalId, seed, version, other, status, since);
    }

    /** What an update made of it; it has stood since before. */
    Live updated(Step step, String newStatus) {
        return new Live(
                stack,
                logicalId,
                type,
                step.physicalId(),
                step.seed(),
                step.version(),
                new Properties(step.properties()),
                newStatus,
                since);
    }

    Naming naming(Place place) {
        return new Naming(place, stack, logicalId, seed, physicalId, version, properties);
    }

    String attribute(Place place, String name) {
        return ResourceTypes.TABLE.get(type).attribute(name, naming(place)).orElse("");
    }

    StackResource asStackResource() {
        return new StackResource(logicalId, physicalId, type, status);
    }
}
