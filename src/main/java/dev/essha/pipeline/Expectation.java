package dev.essha.pipeline;

import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.TypicalTimes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long a stage typically takes: the longest chain of its resources, by {@link TypicalTimes}. */
final class Expectation {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final Map<String, Work.Resource> resources = new HashMap<>();
    private final Map<String, Duration> ends = new HashMap<>();

    private Expectation(List<Work.Resource> resources) {
        resources.forEach(r -> this.resources.put(r.logicalId(), r));
    }

    static Event.Announced announce(Stage stage) {
        return switch (stage.work()) {
            case Work.Stack stack -> announce(stage, stack.resources().size(), longestChain(stack.resources()));
            default -> announce(stage, 0, STEP);
        };
    }

    /** How long it takes to create resources that wait for each other. */
    static Duration longestChain(List<Work.Resource> resources) {
        Expectation expectation = new Expectation(resources);
        return resources.stream()
                .map(expectation::endOf)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How long the slowest of some resources takes. */
    static Duration slowest(List<StackResource> resources) {
        return resources.stream()
                .map(r -> TypicalTimes.creation(r.type()))
                .max(Duration::compareTo)
                .orElse(STEP);
    }

    private static Event.Announced announce(Stage stage, int resources, Duration expected) {
        return new Event.Announced(stage.id(), List.copyOf(stage.after()), resources, expected);
    }

    private Duration endOf(Work.Resource resource) {
        Duration known = ends.get(resource.logicalId());
        if (known != null) {
            return known;
        }
        Duration start = resource.dependsOn().stream()
                .filter(resources::containsKey)
                .map(d -> endOf(resources.get(d)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration end = start.plus(TypicalTimes.creation(resource.type()));
        ends.put(resource.logicalId(), end);
        return end;
    }
}
