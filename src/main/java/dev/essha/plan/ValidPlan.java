package dev.essha.plan;

import java.util.Collection;
import java.util.List;

/** A plan without problems: the only form that the packages further on accept. */
public final class ValidPlan {

    private final Plan plan;

    private ValidPlan(Plan plan) {
        this.plan = plan;
    }

    /** Every problem of a plan by all the rules, in the order of the file's sections; empty if it may be installed. */
    public static List<Problem> problems(Plan plan) {
        return Rules.judge(plan);
    }

    /**
     * The problems of a plan of which some settings could not be read: rules that look at one of those are not asked.
     *
     * @param unreadable paths whose values in the plan are only placeholders
     */
    public static List<Problem> problems(Plan plan, Collection<String> unreadable) {
        return Rules.judge(plan, unreadable);
    }

    /**
     * Accepts a plan.
     *
     * @throws IllegalArgumentException if {@link #problems(Plan)} finds any; callers that read files ask for them first
     */
    public static ValidPlan of(Plan plan) {
        List<Problem> problems = problems(plan);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("not a valid plan: " + problems);
        }
        return new ValidPlan(plan);
    }

    public Plan plan() {
        return plan;
    }
}
