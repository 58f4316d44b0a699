package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackResource;
import java.time.Instant;
import java.util.Map;

/**
 * A resource as it stands at a moment.
 *
 * @param origin the stack that it belongs to, or belonged to before it was retained
 * @param logicalId empty for what no stack made
 * @param status CloudFormation's, {@code CREATE_COMPLETE}
 * @param since when it was created completely, or will be
 */
record Live(
        Origin origin,
        String logicalId,
        String type,
        String physicalId,
        String seed,
        int version,
        Properties properties,
        String status,
        Instant since) {

    static Live of(Origin origin, Step step, Instant now) {
        return new Live(
                origin,
                step.logicalId(),
                step.type(),
                step.physicalId(),
                step.seed(),
                step.version(),
                new Properties(step.properties()),
                step.statusAt(now),
                step.until());
    }

    /** What was made without CloudFormation. */
    static Live byHand(
            Place place, String type, String physicalId, String seed, Map<String, Object> properties, Instant since) {
        return new Live(
                Origin.byHand(place),
                "",
                type,
                physicalId,
                seed,
                1,
                new Properties(properties),
                "CREATE_COMPLETE",
                since);
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
        return new Live(origin, logicalId, type, physicalId, seed, version, properties, other, since);
    }

    Live withProperties(Properties other) {
        return new Live(origin, logicalId, type, physicalId, seed, version, other, status, since);
    }

    /** What an update made of it; it has stood since before. */
    Live updated(Step step, String newStatus) {
        return new Live(
                origin,
                logicalId,
                type,
                step.physicalId(),
                step.seed(),
                step.version(),
                new Properties(step.properties()),
                newStatus,
                since);
    }

    Naming naming() {
        return new Naming(origin.place(), origin.stackName(), logicalId, seed, physicalId, version, properties);
    }

    String attribute(String name) {
        return ResourceTypes.TABLE.get(type).attribute(name, naming()).orElse("");
    }

    /** A resource of the same stack under the same logical id, perhaps the one that this replaces. */
    boolean isInPlaceOf(Live other) {
        return origin.isStack() && origin.stackId().equals(other.origin.stackId()) && logicalId.equals(other.logicalId);
    }

    boolean isIn(Place place) {
        return origin.place().equals(place);
    }

    StackResource asStackResource() {
        return new StackResource(logicalId, physicalId, type, status);
    }
}
