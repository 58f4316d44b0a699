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
            new NetworkStage(),
            new SecurityStage(),
            new RegistryStage(),
            new StorageStage(),
            new DatabaseStage(),
            new MessagingStage(),
            new ComputeStage(),
            new EdgeStage(),
            new NodesStage(),
            new DnsStage());

    private Stages() {}

    static List<Stage> of(ValidPlan plan) {
        List<Stage> stages = new ArrayList<>();
        for (StageTemplate template : TEMPLATES) {
            Work work = template.work(plan);
            stages.add(new Stage(template.id(), Blueprint.producers(work), work));
        }
        stages.add(handOver(plan, stages));
        return stages;
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
