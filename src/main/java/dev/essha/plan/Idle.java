package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which settings change nothing in the shape that a plan has chosen. A list of what is installed leaves them out. */
public final class Idle {

    private static final List<Setting> ALL = List.of(
            new Setting("network.zones.publicSubnet", Idle::hasOwnVpc),
            new Setting("network.zones.privateSubnet", Idle::hasOwnVpc),
            // An existing VPC keeps the flow logs that it has; the log of a gateway's web ACL is kept as long.
            new Setting("network.flowLogDays", p -> !hasOwnVpc(p) && !hasGateway(p)),
            new Setting("domain.hostedZoneId", Idle::isElsewhere),
            new Setting("domain.privateZone", Idle::isElsewhere),
            new Setting("edge.requestsPerClient", p -> !hasGateway(p)),
            // The storage of a Multi-AZ DB cluster does not grow by itself.
            new Setting("database.maxStorageGiB", p -> p.database().topology() == Topology.MULTI_AZ_CLUSTER));

    private Idle() {}

    private record Setting(String path, Predicate<Plan> idle) {}

    /** Paths without the numbers of items: {@code network.zones.publicSubnet} is that of each zone. */
    public static Set<String> in(Plan plan) {
        return ALL.stream().filter(s -> s.idle().test(plan)).map(Setting::path).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasOwnVpc(Plan plan) {
        return plan.network().existingVpc().isEmpty();
    }

    private static boolean hasGateway(Plan plan) {
        return plan.edge().gateway() != Gateway.NONE;
    }

    private static boolean isElsewhere(Plan plan) {
        return plan.domain().dns() == Dns.ELSEWHERE;
    }
}
