package dev.essha.cloud.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One resource's part in an operation, decided when the operation starts.
 *
 * @param physicalId the one it has afterwards; for a deletion the one that goes
 * @param seed what the made-up parts of its id and attributes are cut from
 * @param version how often the resource was created or updated, this step included
 * @param properties resolved, as they are afterwards
 * @param failure why it fails in the end; empty if it does not
 */
record Step(
        Act act,
        String logicalId,
        String type,
        String physicalId,
        String seed,
        int version,
        Map<String, Object> properties,
        Instant from,
        Instant until,
        String failure) {

    private static final Duration INITIATION = Duration.ofSeconds(1);

    Step {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** What is done to a resource. */
    enum Act {
        CREATE,
        UPDATE,
        /** An update that makes a new resource; the old one goes in a step of its own. */
        REPLACE,
        DELETE,
        /** A deletion after a last snapshot. */
        SNAPSHOT_AND_DELETE,
        /** The resource leaves the stack and stays in the account. */
        RETAIN;

        String verb() {
            return switch (this) {
                case CREATE -> "CREATE";
                case UPDATE, REPLACE -> "UPDATE";
                case DELETE, SNAPSHOT_AND_DELETE, RETAIN -> "DELETE";
            };
        }

        boolean removes() {
            return verb().equals("DELETE");
        }
    }

    boolean fails() {
        return !failure.isEmpty();
    }

    boolean startedAt(Instant now) {
        return !now.isBefore(from);
    }

    boolean endedAt(Instant now) {
        return !now.isBefore(until);
    }

    boolean doneAt(Instant now) {
        return endedAt(now) && !fails();
    }

    /** When the service has accepted the request and the resource has an id. */
    Instant initiated() {
        Instant soon = from.plus(INITIATION);
        return soon.isBefore(until) ? soon : until;
    }

    /** The status of the resource at a time within the step. */
    String statusAt(Instant now) {
        if (!endedAt(now)) {
            return act.verb() + "_IN_PROGRESS";
        }
        if (act == Act.RETAIN) {
            return "DELETE_SKIPPED";
        }
        return act.verb() + (fails() ? "_FAILED" : "_COMPLETE");
    }

    Step failingAt(Instant end, String reason) {
        return new Step(act, logicalId, type, physicalId, seed, version, properties, from, end, reason);
    }
}
