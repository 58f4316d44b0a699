package dev.essha.plan.yaml;

import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file found.
 *
 * @param plan the plan if the whole file was understood, whatever the rules say of it: it can be shown and mended
 * @param problems everything that is wrong, from top to bottom; empty if the plan may be installed
 */
public record ReadResult(Optional<Plan> plan, List<LocatedProblem> problems) {

    public ReadResult {
        problems = List.copyOf(problems);
    }

    /** The plan if nothing is wrong with it. */
    public Optional<ValidPlan> valid() {
        return problems.isEmpty() ? plan.map(ValidPlan::of) : Optional.empty();
    }
}
