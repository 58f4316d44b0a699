package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Partition.Feature;
import java.util.List;
import java.util.function.Predicate;

/** What a region's partition does not offer cannot be chosen. */
final class PartitionRules {

    static final List<Rule> ALL = List.of(
            Rule.of(PartitionRules::isKnown, "region"),
            wants(
                    Feature.REGIONAL_NAT,
                    "network.egress",
                    "partition.no-regional-nat",
                    p -> p.network().egress() == Egress.REGIONAL_NAT),
            wants(
                    Feature.PUBLIC_HOSTED_ZONES,
                    "domain.dns",
                    "partition.no-public-zones",
                    p -> p.domain().dns() == Dns.ROUTE53),
            wants(
                    Feature.PRIVATE_ALIASES,
                    "domain.privateZone",
                    "partition.no-private-aliases",
                    p -> p.domain().privateZone()),
            wants(
                    Feature.PUBLIC_HOSTED_ZONES,
                    "edge.loadBalancing",
                    "partition.no-weighted-records",
                    p -> p.edge().loadBalancing() == LoadBalancing.PER_ZONE),
            wants(
                    Feature.ACCELERATOR,
                    "edge.loadBalancing",
                    "partition.no-accelerator",
                    p -> p.edge().loadBalancing() == LoadBalancing.FRONTED),
            wants(
                    Feature.CLOUDFRONT_FIREWALL,
                    "edge.gateway",
                    "partition.no-cloudfront",
                    p -> p.edge().gateway() == Gateway.CLOUDFRONT),
            wants(
                    Feature.DATABASE_CLUSTERS,
                    "database.topology",
                    "partition.no-database-clusters",
                    p -> p.database().topology() == Topology.MULTI_AZ_CLUSTER));

    private PartitionRules() {}

    private static List<Problem> isKnown(Plan plan) {
        boolean known = Partition.of(plan.region()).isPresent();
        return Rule.unless(known, "region", "region.unknown-partition", plan.region());
    }

    /** @param chosen whether a plan takes what needs the feature */
    private static Rule wants(Feature feature, String path, String key, Predicate<Plan> chosen) {
        return Rule.of(
                plan -> {
                    boolean fine = !chosen.test(plan) || offers(plan, feature);
                    return Rule.unless(fine, path, key, plan.region());
                },
                "region",
                path);
    }

    /** Of an unknown partition everything is: that it is unknown has been said. */
    static boolean offers(Plan plan, Feature feature) {
        return Partition.offers(plan.region(), feature);
    }
}
