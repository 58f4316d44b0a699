package dev.essha.export;

import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.EssPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import dev.essha.plan.SubnetId;
import dev.essha.plan.SubnetLayout;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.VpcId;
import dev.essha.plan.ZoneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the architecture leaves to its owner; every service of ESS runs, so that there are as many databases as can be. */
public record Shape(
        int zones,
        Egress egress,
        LoadBalancing loadBalancing,
        Gateway gateway,
        Dns dns,
        boolean apex,
        boolean privateZone,
        Topology topology,
        Sharing sharing) {

    private static final List<Boolean> EITHER = List.of(false, true);

    /** Some of each, and the ones that have little in common. */
    static Stream<Shape> some() {
        return Stream.of(
                words("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED"),
                words("3 REGIONAL_NAT PER_ZONE NONE ROUTE53 MULTI_AZ_CLUSTER SHARED"),
                words("4 NAT_PER_ZONE FRONTED NONE ROUTE53 MULTI_AZ_INSTANCE PER_SERVICE apex"),
                words("3 NONE SINGLE CLOUDFRONT ROUTE53 MULTI_AZ_CLUSTER PER_SERVICE private"),
                words("4 EXISTING PER_ZONE CLOUDFRONT ROUTE53 MULTI_AZ_INSTANCE SHARED apex private"),
                words("5 EXISTING SINGLE CLOUDFRONT ELSEWHERE MULTI_AZ_CLUSTER PER_SERVICE apex"),
                words("3 REGIONAL_NAT FRONTED NONE ELSEWHERE MULTI_AZ_CLUSTER PER_SERVICE"),
                words("6 NONE SINGLE NONE ELSEWHERE MULTI_AZ_CLUSTER SHARED apex"));
    }

    /** Every one that is valid. */
    static Stream<Shape> all() {
        List<Shape> all = new ArrayList<>();
        for (int zones = 3; zones <= 6; zones++) {
            for (Egress egress : Egress.values()) {
                for (LoadBalancing loadBalancing : LoadBalancing.values()) {
                    for (Gateway gateway : Gateway.values()) {
                        all.addAll(ofFront(zones, egress, loadBalancing, gateway));
                    }
                }
            }
        }
        return all.stream().filter(s -> ValidPlan.problems(s.plan()).isEmpty());
    }

    private static List<Shape> ofFront(int zones, Egress egress, LoadBalancing loadBalancing, Gateway gateway) {
        return Stream.of(Dns.values())
                .flatMap(dns -> EITHER.stream()
                        .flatMap(apex -> EITHER.stream()
                                .flatMap(inside -> Stream.of(Topology.values())
                                        .flatMap(topology -> Stream.of(Sharing.values())
                                                .map(sharing -> new Shape(
                                                        zones,
                                                        egress,
                                                        loadBalancing,
                                                        gateway,
                                                        dns,
                                                        apex,
                                                        inside,
                                                        topology,
                                                        sharing))))))
                .toList();
    }

    /** {@code 3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED}, and {@code apex} and {@code private} behind. */
    public static Shape words(String words) {
        List<String> w = List.of(words.split(" "));
        return new Shape(
                Integer.parseInt(w.get(0)),
                Egress.valueOf(w.get(1)),
                LoadBalancing.valueOf(w.get(2)),
                Gateway.valueOf(w.get(3)),
                Dns.valueOf(w.get(4)),
                w.contains("apex"),
                w.contains("private"),
                Topology.valueOf(w.get(5)),
                Sharing.valueOf(w.get(6)));
    }

    public Plan plan() {
        Plan p = ExportPlans.preset();
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                p.tags(),
                new EssPlan(true, true, true),
                network(p),
                new DomainPlan(p.domain().name(), dns, Optional.empty(), apex, privateZone),
                new EdgePlan(
                        loadBalancing,
                        gateway,
                        p.edge().allowedCidrs(),
                        p.edge().tlsPolicy(),
                        p.edge().nodePort()),
                new DatabasePlan(topology, sharing, "17.9", databaseClass(), 100, 100, 7, false),
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }

    private String databaseClass() {
        return topology == Topology.MULTI_AZ_CLUSTER ? "db.m6gd.large" : "db.t4g.medium";
    }

    private NetworkPlan network(Plan p) {
        List<SubnetLayout> layout =
                SubnetLayout.of(p.network().vpcCidr(), zones).orElseThrow();
        List<NetworkPlan.Zone> all = IntStream.range(0, zones)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName(p.region().value() + (char) ('a' + i)),
                        layout.get(i).publicCidr(),
                        layout.get(i).privateCidr(),
                        existing(i)))
                .toList();
        Optional<VpcId> vpc =
                egress == Egress.EXISTING ? Optional.of(new VpcId("vpc-0123456789abcdef0")) : Optional.empty();
        return new NetworkPlan(
                vpc, p.network().vpcCidr(), all, egress, p.network().flowLogDays());
    }

    private Optional<NetworkPlan.ExistingSubnets> existing(int zone) {
        return egress == Egress.EXISTING
                ? Optional.of(new NetworkPlan.ExistingSubnets(
                        new SubnetId("subnet-0aaaaaaaaaaaaaaa" + zone), new SubnetId("subnet-0bbbbbbbbbbbbbbb" + zone)))
                : Optional.empty();
    }
}
