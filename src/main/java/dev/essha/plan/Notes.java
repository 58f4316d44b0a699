package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is worth knowing of a plan although nothing is wrong with it, in the order of the file's sections. */
public final class Notes {

    private static final List<Remark> ALL = List.of(
            // A note and no problem: AWS may have a region tomorrow that nobody knows here.
            new Remark(
                    "region", "note.region-not-known", p -> !KnownRegions.all().contains(p.region())),
            new Remark(
                    "region",
                    "note.china-recordal",
                    p -> Partition.of(p.region()).equals(Optional.of(Partition.AWS_CN))),
            new Remark(
                    "region",
                    "note.no-certificate-manager",
                    p -> !Partition.offers(p.region(), Partition.Feature.COMMUNITY_ADDONS)),
            new Remark(
                    "network.existingVpc",
                    "note.existing-vpc",
                    p -> p.network().existingVpc().isPresent()),
            new Remark("network.zones", "note.kafka-zones", Notes::hasZonesWithoutBrokers, Notes::kafkaZones),
            new Remark("network.egress", "note.egress-none", Notes::hasNoWayOut),
            new Remark(
                    "network.egress",
                    "note.no-balancer-endpoint",
                    p -> hasNoWayOut(p)
                            && !InterfaceEndpoint.in(p.region()).contains(InterfaceEndpoint.ELASTIC_LOAD_BALANCING)),
            new Remark(
                    "domain.apex",
                    "note.apex-elsewhere",
                    Notes::isApexElsewhere,
                    p -> p.domain().name()),
            new Remark(
                    "domain.privateZone",
                    "note.private-zone-past-gateway",
                    p -> p.domain().privateZone() && hasGateway(p)),
            new Remark("edge.gateway", "note.gateway-region", Notes::hasGateway),
            new Remark("edge.gateway", "note.gateway-shared", Notes::hasGateway),
            new Remark("edge.requestsPerClient", "note.requests-uncounted", Notes::hasIdleLimit),
            new Remark(
                    "database.storageGiB",
                    "note.cluster-storage",
                    p -> p.database().topology() == Topology.MULTI_AZ_CLUSTER));

    private Notes() {}

    /**
     * A sentence that holds of some plans.
     *
     * @param argument what the sentence's placeholder stands for
     */
    private record Remark(String path, String key, Predicate<Plan> holds, Function<Plan, Object> argument) {

        Remark(String path, String key, Predicate<Plan> holds) {
            this(path, key, holds, Plan::region);
        }
    }

    public static List<Note> of(ValidPlan valid) {
        return of(valid.plan());
    }

    /** Of a plan in the making, which may still have problems. */
    public static List<Note> of(Plan plan) {
        return ALL.stream()
                .filter(remark -> remark.holds().test(plan))
                .map(r -> new Note(r.path(), r.key(), List.of(r.argument().apply(plan))))
                .toList();
    }

    private static boolean hasNoWayOut(Plan plan) {
        return plan.network().egress() == Egress.NONE;
    }

    private static boolean hasGateway(Plan plan) {
        return plan.edge().gateway() != Gateway.NONE;
    }

    private static boolean hasIdleLimit(Plan plan) {
        return !hasGateway(plan) && plan.edge().requestsPerClient() != EdgePlan.DEFAULT_REQUESTS_PER_CLIENT;
    }

    private static boolean isApexElsewhere(Plan plan) {
        return plan.domain().apex() && plan.domain().dns() == Dns.ELSEWHERE;
    }

    private static boolean hasZonesWithoutBrokers(Plan plan) {
        return plan.network().zones().size() > plan.network().kafkaZones().size();
    }

    private static String kafkaZones(Plan plan) {
        return Rule.listed(plan.network().kafkaZones().stream().map(Zone::name).toList());
    }
}
