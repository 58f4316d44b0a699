package dev.essha.blueprint;

import dev.essha.plan.ValidPlan;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What will stand in the account: the stages of a plan, each with its rendered template. The same plan gives the same
 * bytes.
 *
 * @param plan what it was made from
 * @param stages in an order in which each stage comes after those it needs
 */
public record Blueprint(ValidPlan plan, List<Stage> stages) {

    /** @throws IllegalArgumentException if a stage needs what no stage before it delivers */
    public Blueprint {
        stages = List.copyOf(stages);
        requireEveryInput(stages);
    }

    /** Renders every stage of a plan. */
    public static Blueprint of(ValidPlan plan) {
        return new Blueprint(plan, Stages.of(plan));
    }

    /** @throws IllegalArgumentException if the plan has no such stage */
    public Stage stage(StageId id) {
        return stages.stream()
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + id.label() + " in this plan"));
    }

    private static void requireEveryInput(List<Stage> stages) {
        Set<StageId> before = EnumSet.noneOf(StageId.class);
        Set<Output> delivered = new HashSet<>();
        for (Stage stage : stages) {
            requireAll("stages", stage, stage.after(), before);
            requireAll("outputs", stage, stage.work().inputs(), delivered);
            requireAll("producers", stage, producers(stage.work()), stage.after());
            before.add(stage.id());
            delivered.addAll(outputs(stage.work()));
        }
    }

    private static <T> void requireAll(String what, Stage stage, Set<T> wanted, Set<T> there) {
        Set<T> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(stage.id().label() + " comes before its " + what + " " + missing);
        }
    }

    static SortedSet<StageId> producers(Work work) {
        SortedSet<StageId> producers = new TreeSet<>();
        work.inputs().forEach(input -> producers.add(input.producer()));
        return producers;
    }

    static SortedSet<Output> outputs(Work work) {
        return work instanceof Work.Stack stack ? stack.outputs() : Collections.emptySortedSet();
    }
}
