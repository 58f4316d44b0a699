package dev.essha.blueprint;

import dev.essha.plan.ValidPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stages there are, and their order: a stage comes after the producers of its inputs. */
final class Stages {

    private static final List<StageTemplate> TEMPLATES = List.of(
            new AdoptionStage(),
            new NetworkStage(),
            new SecurityStage(),
            new RegistryStage(),
            new StorageStage(),
            new DatabaseStage(),
            new MessagingStage(),
            new ComputeStage(),
            new EdgeStage(),
            new NodesStage(),
            new AcceleratorStage(),
            new GatewayStage(),
            new DnsStage(),
            new AccessStage());

    private Stages() {}

    static List<Stage> of(ValidPlan plan) {
        List<Stage> stages = new ArrayList<>();
        for (StageTemplate template : ordered(plan)) {
            Work work = template.work(plan);
            SortedSet<StageId> after = after(template, plan);
            after.addAll(Blueprint.producers(work));
            stages.add(new Stage(template.id(), Collections.unmodifiableSortedSet(after), work));
        }
        stages.add(CleanUpStage.after(plan.plan().region(), stages));
        stages.add(handOver(plan, stages));
        return stages;
    }

    /** The order of the list, but for those that want to come after one that stands further down. */
    private static List<StageTemplate> ordered(ValidPlan plan) {
        List<StageTemplate> waiting = new ArrayList<>(inPlan(plan));
        List<StageTemplate> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            StageTemplate next = waiting.stream()
                    .filter(t -> waiting.stream().noneMatch(w -> after(t, plan).contains(w.id())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("stages wait for each other: " + waiting));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static SortedSet<StageId> after(StageTemplate template, ValidPlan plan) {
        SortedSet<StageId> after = new TreeSet<>(template.after(plan));
        after.retainAll(inPlan(plan).stream().map(StageTemplate::id).toList());
        return after;
    }

    private static List<StageTemplate> inPlan(ValidPlan plan) {
        return TEMPLATES.stream().filter(t -> t.isIn(plan)).toList();
    }

    /** Comes last: it tells of all that stands. */
    private static Stage handOver(ValidPlan plan, List<Stage> others) {
        SortedSet<StageId> after = new TreeSet<>();
        SortedSet<Output> inputs = new TreeSet<>();
        for (Stage stage : others) {
            after.add(stage.id());
            Blueprint.outputs(stage.work()).stream()
                    .filter(o -> o.consumers().contains(StageId.HAND_OVER))
                    .forEach(inputs::add);
        }
        Work work =
                new Work.HandOver(plan.plan().ess().servicesWithDatabase(), Collections.unmodifiableSortedSet(inputs));
        return new Stage(StageId.HAND_OVER, Collections.unmodifiableSortedSet(after), work);
    }
}
