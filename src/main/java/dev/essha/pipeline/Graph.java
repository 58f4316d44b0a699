package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which stage comes after which.
 *
 * @param after for each stage those that must have ended well before it starts; every key comes after those it names
 */
record Graph(SequencedMap<StageId, SortedSet<StageId>> after) {

    Graph {
        after = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(after));
    }

    static Graph of(Blueprint blueprint) {
        SequencedMap<StageId, SortedSet<StageId>> after = new LinkedHashMap<>();
        for (Stage stage : blueprint.stages()) {
            after.put(stage.id(), stage.after());
        }
        return new Graph(after);
    }

    Set<StageId> stages() {
        return after.sequencedKeySet();
    }

    SortedSet<StageId> before(StageId stage) {
        return after.get(stage);
    }

    /** Every stage that has to have ended well before a stage starts, however far. */
    SortedSet<StageId> allBefore(StageId stage) {
        SortedSet<StageId> all = new TreeSet<>();
        for (StageId direct : after.getOrDefault(stage, Collections.emptySortedSet())) {
            all.add(direct);
            all.addAll(allBefore(direct));
        }
        return all;
    }

    /** The order among some of the stages; one that is left out still orders those around it. */
    Graph among(Set<StageId> kept) {
        SequencedMap<StageId, SortedSet<StageId>> rest = new LinkedHashMap<>();
        for (StageId stage : stages()) {
            if (kept.contains(stage)) {
                SortedSet<StageId> before = allBefore(stage);
                before.retainAll(kept);
                rest.put(stage, before);
            }
        }
        return new Graph(rest);
    }

    /** The order in which things are taken down: each stage after all that came after it. */
    Graph reversed() {
        SequencedMap<StageId, SortedSet<StageId>> reversed = new LinkedHashMap<>();
        for (StageId stage : List.copyOf(stages()).reversed()) {
            reversed.put(stage, dependents(stage));
        }
        return new Graph(reversed);
    }

    private SortedSet<StageId> dependents(StageId stage) {
        return after.entrySet().stream()
                .filter(e -> e.getValue().contains(stage))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
