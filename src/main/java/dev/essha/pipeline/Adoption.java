package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.inventory.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the VPC and the subnets that were there before the deployment carry its tags.
 *
 * @param tags what each of them carries, by id; those that do not exist are absent
 */
record Adoption(Work.Adopt work, Map<String, Map<String, String>> tags) {

    private static final String VPC = "vpc-";

    static Adoption of(Cloud cloud, Work.Adopt work) {
        Map<String, Map<String, String>> tags = new HashMap<>();
        for (String vpc : work.ids().stream().filter(Adoption::isVpc).toList()) {
            cloud.lookups().vpc(vpc).ifPresent(v -> tags.put(v.id(), v.tags()));
            cloud.lookups().subnets(vpc).stream()
                    .filter(s -> work.ids().contains(s.id()))
                    .forEach((Network.Subnet s) -> tags.put(s.id(), s.tags()));
        }
        return new Adoption(work, tags);
    }

    static boolean isVpc(String id) {
        return id.startsWith(VPC);
    }

    /** Those that do not exist, in the order of the work. */
    List<String> missing() {
        return work.ids().stream().filter(id -> !tags.containsKey(id)).toList();
    }

    /** Those that exist and lack a tag, or carry it with another value. */
    List<String> untagged() {
        return work.ids().stream()
                .filter(id -> tags.containsKey(id)
                        && !tags.get(id).entrySet().containsAll(work.tags().entrySet()))
                .toList();
    }

    /** Those that carry one of the tags. */
    List<String> tagged() {
        return work.ids().stream()
                .filter(id -> work.tags().keySet().stream().anyMatch(tags.getOrDefault(id, Map.of())::containsKey))
                .toList();
    }
}
