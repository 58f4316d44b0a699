package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;

/** What a destroy does in each stage, and in which order. */
final class DestroyGraph {

    private final DestroyPlan plan;
    private final Graph order;

    DestroyGraph(DestroyPlan plan) {
        this.plan = plan;
        SequencedMap<StageId, SortedSet<StageId>> after = new LinkedHashMap<>();
        plan.stacks().forEach(d -> after.put(d.stage(), d.after()));
        plan.remains().forEach(r -> after.put(r.stage(), r.after()));
        plan.adopted().ifPresent(a -> after.put(StageId.ADOPTION, a.after()));
        this.order = new Graph(after);
    }

    Graph order() {
        return order;
    }

    List<DestroyPlan.Doomed> doomed(StageId stage) {
        return plan.stacks().stream().filter(d -> d.stage() == stage).toList();
    }

    /** Those that are gone once a stage is: its own, and those of the stages before it. */
    List<DestroyPlan.Doomed> goneWith(StageId stage) {
        return plan.stacks().stream()
                .filter(d -> d.stage() == stage || order.before(stage).contains(d.stage()))
                .toList();
    }

    List<DestroyPlan.Remains> remains(StageId stage) {
        return plan.remains().stream().filter(r -> r.stage() == stage).toList();
    }

    List<Event.Announced> announced() {
        return order.after().entrySet().stream()
                .map(e -> announced(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /** Deleting takes about as long as creating the slowest resource: that is what the others wait for. */
    private Event.Announced announced(StageId stage, List<StageId> after) {
        List<StackResource> resources =
                doomed(stage).stream().flatMap(d -> d.resources().stream()).toList();
        int kept = remains(stage).stream().mapToInt(r -> r.kept().size()).sum();
        return new Event.Announced(stage, after, resources.size() + kept, Expectation.slowest(resources));
    }
}
