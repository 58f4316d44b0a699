package dev.essha.blueprint;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.ResourceNames;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A VPC that was there before is told who uses it, and left as it is. The tag's key has the deployment's name in it, as two
 * deployments may share a VPC; it is not the tag of what belongs to the deployment, which a destroy would remove.
 */
final class AdoptionStage implements StageTemplate {

    @Override
    public StageId id() {
        return StageId.ADOPTION;
    }

    @Override
    public boolean isIn(ValidPlan plan) {
        return plan.plan().network().existingVpc().isPresent();
    }

    @Override
    public Work work(ValidPlan plan) {
        String tag = new ResourceNames(plan.plan().name()).usageTag();
        return new Work.Adopt(ids(plan.plan().network()), new TreeMap<>(Map.of(tag, "true")));
    }

    private static List<String> ids(NetworkPlan network) {
        return Stream.concat(
                        Stream.of(network.existingVpc().orElseThrow().value()),
                        network.zones().stream()
                                .map(Zone::existing)
                                .flatMap(e -> e.stream()
                                        .flatMap(s -> Stream.of(
                                                s.publicId().value(),
                                                s.privateId().value()))))
                .toList();
    }
}
