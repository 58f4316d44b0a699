package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The events of an operation, those to come included.
 *
 * @param index which operation of the stack it is; makes ids unique
 */
record Events(String stackName, String stackId, Operation operation, int index) {

    private static final String STACK = "AWS::CloudFormation::Stack";

    List<StackEvent> list() {
        List<StackEvent> events = new ArrayList<>();
        operation.phases().forEach(p -> events.add(ofStack(p)));
        operation.steps().forEach(s -> events.addAll(ofStep(s)));
        events.sort(Comparator.comparing(StackEvent::at).thenComparing(this::rank));
        return IntStream.range(0, events.size())
                .mapToObj(i -> withId(events.get(i), i))
                .toList();
    }

    /** At the same moment the stack's start comes first and its end last. */
    private int rank(StackEvent event) {
        if (!event.type().equals(STACK)) {
            return 1;
        }
        return event.at().equals(operation.startedAt()) ? 0 : 2;
    }

    private StackEvent withId(StackEvent e, int position) {
        String id = "%s-%s-%d-%d".formatted(e.logicalId(), e.status(), index, position);
        return new StackEvent(id, e.at(), e.logicalId(), e.physicalId(), e.type(), e.status(), e.reason());
    }

    private StackEvent ofStack(Phase phase) {
        return new StackEvent(
                "", phase.at(), stackName, stackId, STACK, phase.status().name(), phase.reason());
    }

    private List<StackEvent> ofStep(Step step) {
        return switch (step.act()) {
            case CREATE -> created(step);
            case REPLACE -> replaced(step);
            case RETAIN -> List.of(event(step, step.until(), "DELETE_SKIPPED", step.physicalId(), ""));
            default -> List.of(started(step, step.physicalId(), ""), ended(step));
        };
    }

    private List<StackEvent> created(Step step) {
        List<StackEvent> events = new ArrayList<>(List.of(started(step, "", "")));
        if (step.initiated().isBefore(step.until())) {
            events.add(initiated(step));
        }
        events.add(ended(step));
        return events;
    }

    private List<StackEvent> replaced(Step step) {
        String why = "Requested update requires the creation of a new physical resource; hence creating one.";
        return List.of(started(step, "", why), initiated(step), ended(step));
    }

    private static StackEvent started(Step step, String physicalId, String reason) {
        return event(step, step.from(), step.act().verb() + "_IN_PROGRESS", physicalId, reason);
    }

    private static StackEvent initiated(Step step) {
        String status = step.act().verb() + "_IN_PROGRESS";
        return event(step, step.initiated(), status, step.physicalId(), "Resource creation Initiated");
    }

    private static StackEvent ended(Step step) {
        return event(step, step.until(), step.statusAt(step.until()), step.physicalId(), step.failure());
    }

    private static StackEvent event(Step step, Instant at, String status, String physicalId, String reason) {
        return new StackEvent("", at, step.logicalId(), physicalId, step.type(), status, reason);
    }
}
