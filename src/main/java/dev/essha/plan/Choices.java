package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;

/**
 * The shape of the architecture, as far as somebody who starts a plan decides about it.
 *
 * @param zones how many availability zones; the first of the region by letter
 */
public record Choices(
        int zones, Egress egress, Dns dns, LoadBalancing loadBalancing, Gateway gateway, Topology topology) {

    /** @throws InvalidValue {@code number.range} for a number of zones that no region has, or that is no high availability */
    public Choices {
        if (!Limits.ZONES.contains(zones)) {
            throw new InvalidValue("number.range", zones, Limits.ZONES.min(), Limits.ZONES.max());
        }
    }

    /** The simplest shape that a region's partition offers. */
    public static Choices simplest(RegionName region) {
        boolean publicZones = Partition.of(region)
                .map(p -> p.has(Partition.Feature.PUBLIC_HOSTED_ZONES))
                .orElse(true);
        return new Choices(
                Limits.ZONES.min(),
                Egress.NAT_PER_ZONE,
                publicZones ? Dns.ROUTE53 : Dns.ELSEWHERE,
                LoadBalancing.SINGLE,
                Gateway.NONE,
                Topology.MULTI_AZ_INSTANCE);
    }
}
