package dev.essha.plan;

import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;

/** What stands before the load balancers must go with them (R5-R8). */
final class FrontRules {

    static final List<Rule> ALL = List.of(
            Rule.of(FrontRules::privateZoneHasAPublicOne, "region", "domain.dns", "domain.privateZone"),
            Rule.of(FrontRules::gatewayIsToldApart, "edge.loadBalancing", "edge.gateway"),
            Rule.of(FrontRules::clientsAreToldApart, "edge.loadBalancing", "edge.gateway", "edge.allowedCidrs"));

    private FrontRules() {}

    /**
     * Both are in the same stack, and there is none where a person writes the records. Where a partition has no public
     * zones, its own rule speaks.
     */
    private static List<Problem> privateZoneHasAPublicOne(Plan plan) {
        boolean fine = !plan.domain().privateZone()
                || plan.domain().dns() == DomainPlan.Dns.ROUTE53
                || !PartitionRules.offers(plan, Partition.Feature.PUBLIC_HOSTED_ZONES);
        return Rule.unless(fine, "domain.privateZone", "domain.private-zone-elsewhere");
    }

    /**
     * Load balancers that end TLS see an accelerator's addresses in place of those of who comes through it, and anybody may
     * come through it: they could not keep out those who go past the gateway.
     *
     * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html">Client
     *     addresses are not preserved for load balancers with TLS listeners</a>
     */
    private static List<Problem> gatewayIsToldApart(Plan plan) {
        boolean fine = !isFronted(plan) || plan.edge().gateway() == Gateway.NONE;
        return Rule.unless(fine, "edge.gateway", "edge.accelerator-behind-gateway");
    }

    /** For the same reason. A gateway would see them, but there is none. */
    private static List<Problem> clientsAreToldApart(Plan plan) {
        boolean fine = !isFronted(plan)
                || plan.edge().gateway() != Gateway.NONE
                || plan.edge().allowedCidrs().isEmpty()
                || plan.edge().isOpenToAll();
        return Rule.unless(fine, "edge.allowedCidrs", "edge.accelerator-hides-clients", Cidr.ANYWHERE);
    }

    private static boolean isFronted(Plan plan) {
        return plan.edge().loadBalancing() == LoadBalancing.FRONTED;
    }
}
