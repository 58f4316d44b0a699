package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change to a stack with everything that comes of it: what happens when is decided at its start, so that every later
 * question is answered from it and the clock.
 *
 * @param request what the stack should become; for a deletion what it was
 * @param phases the statuses of the stack, in order of time; at least one
 * @param steps in the order in which they were decided
 * @param outputs of the stack once the operation has succeeded
 */
record Operation(StackRequest request, List<Phase> phases, List<Step> steps, Map<String, String> outputs) {

    private static final String CANCELLED = "Resource creation cancelled";

    Operation {
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }

    /** An empty stack with a change set that nobody has executed. */
    static Operation review(StackRequest request, Instant now) {
        Phase review = new Phase(StackStatus.REVIEW_IN_PROGRESS, now, "User Initiated");
        return new Operation(request, List.of(review), List.of(), Map.of());
    }

    Instant startedAt() {
        return phases.getFirst().at();
    }

    Phase phaseAt(Instant now) {
        return phases.stream().filter(p -> !p.at().isAfter(now)).reduce(phases.getFirst(), (a, b) -> b);
    }

    boolean succeededAt(Instant now) {
        return phaseAt(now).status().succeeded();
    }

    boolean isReview() {
        return phases.getFirst().status() == StackStatus.REVIEW_IN_PROGRESS;
    }

    /** The operation as it is when something else takes its place: what has not started never does. */
    Operation cutAt(Instant now) {
        return new Operation(
                request,
                phases.stream().filter(p -> !p.at().isAfter(now)).toList(),
                steps.stream()
                        .filter(s -> s.startedAt(now))
                        .map(s -> s.endedAt(now) ? s : s.failingAt(now, CANCELLED))
                        .toList(),
                outputs);
    }
}
