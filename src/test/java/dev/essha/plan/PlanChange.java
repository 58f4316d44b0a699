package dev.essha.plan;

import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import dev.essha.plan.NetworkPlan.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A plan with something else in it; whether it is valid then is not asked. */
public final class PlanChange {

    public static final VpcId EXISTING_VPC = new VpcId("vpc-0123456789abcdef0");

    private PlanChange() {}

    public static Plan egress(Plan plan, Egress egress) {
        return network(plan, n -> new NetworkPlan(n.existingVpc(), n.vpcCidr(), n.zones(), egress, n.flowLogDays()));
    }

    /** With subnets whose ids end in the letters of their zones: 1 begins the public ones, 2 the private ones. */
    public static Plan inExistingVpc(Plan plan) {
        return network(
                plan,
                n -> new NetworkPlan(
                        Optional.of(EXISTING_VPC),
                        n.vpcCidr(),
                        n.zones().stream().map(PlanChange::existing).toList(),
                        Egress.EXISTING,
                        n.flowLogDays()));
    }

    private static Zone existing(Zone zone) {
        String letter = zone.name().letter();
        ExistingSubnets subnets =
                new ExistingSubnets(new SubnetId("subnet-1000000" + letter), new SubnetId("subnet-2000000" + letter));
        return new Zone(zone.name(), zone.publicCidr(), zone.privateCidr(), Optional.of(subnets));
    }

    public static Plan network(Plan p, UnaryOperator<NetworkPlan> change) {
        return of(p, p.region(), change.apply(p.network()), p.domain(), p.edge());
    }

    public static Plan domain(Plan p, UnaryOperator<DomainPlan> change) {
        return of(p, p.region(), p.network(), change.apply(p.domain()), p.edge());
    }

    public static Plan withPrivateZone(Plan plan) {
        return domain(plan, d -> new DomainPlan(d.name(), d.dns(), d.hostedZoneId(), d.apex(), true));
    }

    public static Plan fronted(Plan p) {
        EdgePlan e = p.edge();
        EdgePlan edge = new EdgePlan(
                EdgePlan.LoadBalancing.FRONTED,
                e.gateway(),
                e.requestsPerClient(),
                e.allowedCidrs(),
                e.tlsPolicy(),
                e.nodePort());
        return of(p, p.region(), p.network(), p.domain(), edge);
    }

    public static Plan withGateway(Plan plan) {
        return edge(
                plan,
                e -> new EdgePlan(
                        e.loadBalancing(),
                        EdgePlan.Gateway.CLOUDFRONT,
                        e.requestsPerClient(),
                        e.allowedCidrs(),
                        e.tlsPolicy(),
                        e.nodePort()));
    }

    public static Plan edge(Plan p, UnaryOperator<EdgePlan> change) {
        return of(p, p.region(), p.network(), p.domain(), change.apply(p.edge()));
    }

    /** In zones of the same letters. */
    public static Plan inRegion(Plan p, String region) {
        NetworkPlan n = p.network();
        List<Zone> zones = n.zones().stream()
                .map(z -> new Zone(
                        new ZoneName(region + z.name().letter()), z.publicCidr(), z.privateCidr(), z.existing()))
                .toList();
        NetworkPlan network = new NetworkPlan(n.existingVpc(), n.vpcCidr(), zones, n.egress(), n.flowLogDays());
        return of(p, new RegionName(region), network, p.domain(), p.edge());
    }

    private static Plan of(Plan p, RegionName region, NetworkPlan network, DomainPlan domain, EdgePlan edge) {
        return new Plan(
                p.name(),
                p.account(),
                region,
                p.tags(),
                p.ess(),
                network,
                domain,
                edge,
                p.database(),
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }
}
