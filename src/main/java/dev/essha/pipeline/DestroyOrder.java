package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In which order stacks are taken down: the blueprint's, reversed. A stage that the blueprint does not have (the plan was
 * changed since) goes before every stage that people read before it.
 */
final class DestroyOrder {

    private DestroyOrder() {}

    static Graph of(Blueprint blueprint, Set<StageId> standing) {
        SequencedMap<StageId, SortedSet<StageId>> after =
                new LinkedHashMap<>(Graph.of(blueprint).after());
        for (StageId stage : StageId.values()) {
            after.computeIfAbsent(stage, DestroyOrder::earlier);
        }
        return new Graph(after).among(standing).reversed();
    }

    private static SortedSet<StageId> earlier(StageId stage) {
        return Arrays.stream(StageId.values())
                .filter(other -> other.compareTo(stage) < 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
