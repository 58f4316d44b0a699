package dev.essha.blueprint;

import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Removes what an earlier plan had and this one has not, last of all, when nobody is led there any more. */
final class CleanUpStage {

    private CleanUpStage() {}

    /** @param stages all that the plan has, but for those that come after this one */
    static Stage after(RegionName home, Collection<Stage> stages) {
        SortedSet<StageId> after = new TreeSet<>();
        Map<RegionName, Set<String>> kept = new TreeMap<>();
        for (Stage stage : stages) {
            after.add(stage.id());
            if (stage.work() instanceof Work.Stack stack) {
                kept.computeIfAbsent(stack.region(), r -> new TreeSet<>()).add(stack.name());
            }
        }
        Work work = new Work.CleanUp(regions(home), kept, NameRecord.TTL_SECONDS);
        return new Stage(StageId.CLEAN_UP, after, work);
    }

    /** Beside the plan's own, the one where a gateway may be left over. */
    private static List<RegionName> regions(RegionName home) {
        SortedSet<RegionName> regions = new TreeSet<>(Set.of(home));
        Partition.of(home).filter(p -> p == Partition.AWS).ifPresent(_ -> regions.add(GatewayStage.HOME));
        return List.copyOf(regions);
    }
}
