package dev.essha.blueprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out which choices decide about a template, and names each distinct one after them. A template of a stage that hangs
 * on the number of zones only where there is a load balancer in each is {@code per-zone_3-zones}, not one of dozens that
 * are all the same.
 */
final class GoldenTree {

    /** The name of a template that hangs on no choice. */
    static final String EVERY_PLAN = "every-plan";

    private static final int DIMENSIONS = Dimension.values().length;

    private final Map<String, String> leaves = new TreeMap<>();

    private GoldenTree() {}

    /**
     * A plan's template.
     *
     * @param labels of the options chosen, one of each dimension
     */
    record Case(List<String> labels, String body) {}

    /** Some of the options of a dimension that make no difference among each other. */
    private record Branch(List<String> labels, List<Case> cases) {

        long bodies() {
            return distinct(cases);
        }
    }

    /** The template of each combination of choices that decide, by a name made of them. */
    static Map<String, String> named(List<Case> cases) {
        GoldenTree tree = new GoldenTree();
        tree.grow(List.of(), cases);
        return tree.leaves;
    }

    private void grow(List<String> path, List<Case> cases) {
        if (distinct(cases) == 1) {
            leaves.put(
                    path.isEmpty() ? EVERY_PLAN : String.join("_", path),
                    cases.getFirst().body());
            return;
        }
        List<Branch> split = bestSplit(cases);
        for (Branch branch : split) {
            List<String> further = new ArrayList<>(path);
            further.add(String.join("-or-", branch.labels()));
            grow(further, branch.cases());
        }
    }

    /** The dimension that tells most templates apart; of equals the first. */
    private static List<Branch> bestSplit(List<Case> cases) {
        List<List<Branch>> splits = new ArrayList<>();
        for (int i = 0; i < DIMENSIONS; i++) {
            splits.add(split(cases, i));
        }
        return splits.stream()
                .filter(split -> split.size() > 1)
                .min(Comparator.comparingLong(
                        split -> split.stream().mapToLong(Branch::bodies).sum()))
                .orElseThrow(() -> new IllegalStateException("plans with the same choices have different templates"));
    }

    private static List<Branch> split(List<Case> cases, int dimension) {
        Map<String, List<Case>> byOption = new TreeMap<>(Comparator.comparingInt(label -> order(dimension, label)));
        cases.forEach(c -> byOption.computeIfAbsent(c.labels().get(dimension), _ -> new ArrayList<>())
                .add(c));
        List<Branch> branches = new ArrayList<>();
        byOption.forEach((label, some) -> {
            Branch like = branches.stream()
                    .filter(b -> alike(b.cases(), some, dimension))
                    .findFirst()
                    .orElse(null);
            if (like == null) {
                branches.add(new Branch(new ArrayList<>(List.of(label)), new ArrayList<>(some)));
            } else {
                like.labels().add(label);
                like.cases().addAll(some);
            }
        });
        return branches;
    }

    /** Whether the same choices otherwise have the same templates, as far as both can be chosen with them. */
    private static boolean alike(List<Case> one, List<Case> other, int dimension) {
        Map<List<String>, String> bodies = new HashMap<>();
        one.forEach(c -> bodies.put(without(c.labels(), dimension), c.body()));
        List<Case> met = other.stream()
                .filter(c -> bodies.containsKey(without(c.labels(), dimension)))
                .toList();
        return !met.isEmpty()
                && met.stream()
                        .allMatch(
                                c -> bodies.get(without(c.labels(), dimension)).equals(c.body()));
    }

    private static List<String> without(List<String> labels, int dimension) {
        List<String> others = new ArrayList<>(labels);
        others.remove(dimension);
        return others;
    }

    private static int order(int dimension, String label) {
        return Dimension.values()[dimension].options().stream()
                .map(Dimension.Option::label)
                .toList()
                .indexOf(label);
    }

    private static long distinct(List<Case> cases) {
        return cases.stream().map(Case::body).distinct().count();
    }
}
