package dev.essha.ui.draft;

import dev.essha.plan.Plan;
import dev.essha.plan.Problem;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.LocatedProblem;
import dev.essha.plan.yaml.ReadResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the engine says of a draft.
 *
 * @param problems everything that is wrong, in the order of the settings
 * @param plan what was understood, whatever the rules say of it; empty while a value cannot be read
 */
public record Judged(List<Problem> problems, Optional<Plan> plan) {

    public Judged {
        problems = List.copyOf(problems);
    }

    static Judged of(ReadResult read) {
        return new Judged(read.problems().stream().map(LocatedProblem::problem).toList(), read.plan());
    }

    /** The plan if it may be installed. */
    public Optional<ValidPlan> valid() {
        return problems.isEmpty() ? plan.map(ValidPlan::of) : Optional.empty();
    }

    /** What is wrong with one setting itself, or with an item of it. */
    public List<Problem> at(String path) {
        return problems.stream()
                .filter(p -> p.path().equals(path) || p.path().startsWith(path + "[") || isLabelOf(p.path(), path))
                .toList();
    }

    /** Whether a path names one of the texts of a setting that holds texts under names, {@code tags.team} of {@code tags}. */
    public static boolean isLabelOf(String path, String setting) {
        return path.startsWith(setting + ".") && Kinds.of(setting) == Kinds.Kind.LABELS;
    }

    /** What is wrong with some settings or with whatever is below them. */
    public List<Problem> within(Collection<String> paths) {
        return problems.stream()
                .filter(p -> paths.stream().anyMatch(path -> isAtOrBelow(p.path(), path)))
                .toList();
    }

    private static boolean isAtOrBelow(String path, String ancestor) {
        return path.equals(ancestor) || path.startsWith(ancestor + ".") || path.startsWith(ancestor + "[");
    }
}
