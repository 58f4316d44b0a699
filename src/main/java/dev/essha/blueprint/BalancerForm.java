package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.Map;
import java.util.OptionalInt;

/**
 * In what the load balancers of a deployment differ.
 *
 * @param prefix before its logical ids, for the one inside the VPC
 * @param suffix behind its logical ids, the zone's letter where it is in one zone only
 * @param name in the account
 * @param reach who can reach it
 * @param zone position of the only zone that it is in; empty for all zones
 */
record BalancerForm(String prefix, String suffix, String name, Reach reach, OptionalInt zone) {

    /** Whom a load balancer is for. */
    enum Reach {
        CLIENTS("internet-facing", Output.PUBLIC_SUBNET_IDS, Output.LOAD_BALANCER_SECURITY_GROUP),
        INSIDE("internal", Output.PRIVATE_SUBNET_IDS, Output.INTERNAL_SECURITY_GROUP);

        private final String scheme;
        private final Output subnets;
        private final Output securityGroup;

        Reach(String scheme, Output subnets, Output securityGroup) {
            this.scheme = scheme;
            this.subnets = subnets;
            this.securityGroup = securityGroup;
        }
    }

    static BalancerForm overAllZones(Plan plan) {
        return new BalancerForm("", "", names(plan).loadBalancer(), Reach.CLIENTS, OptionalInt.empty());
    }

    /** @param position of the zone in the plan */
    static BalancerForm inZone(Plan plan, int position) {
        String letter = plan.network().zones().get(position).name().letter();
        String name = names(plan).zonalLoadBalancer(letter);
        return new BalancerForm("", LogicalIds.camelCase(letter), name, Reach.CLIENTS, OptionalInt.of(position));
    }

    static BalancerForm insideVpc(Plan plan) {
        String name = names(plan).internalLoadBalancer(plan.edge().loadBalancing());
        return new BalancerForm("Internal", "", name, Reach.INSIDE, OptionalInt.empty());
    }

    private static ResourceNames names(Plan plan) {
        return new ResourceNames(plan.name());
    }

    String id(String what) {
        return prefix + what + suffix;
    }

    String scheme() {
        return reach.scheme;
    }

    Value subnets(StackDraft stack) {
        Reference all = stack.input(reach.subnets);
        return zone.isPresent() ? Value.list(Value.select(zone.getAsInt(), all)) : all;
    }

    Value securityGroups(StackDraft stack) {
        return Value.list(stack.input(reach.securityGroup));
    }

    /**
     * Nodes see who asks, but for those inside the VPC: a node may be led to itself, and would not answer a packet that
     * seems to come from it.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html#loopback-timeout">
     *     Requests from a target to itself</a>
     */
    boolean keepsClientAddress() {
        return reach == Reach.CLIENTS;
    }

    /**
     * Over all zones, a zone without a healthy node is served by the others' nodes, and operators (or AWS) can lead traffic
     * away from a zone that is ill.
     *
     * <p>One in a zone stays with that zone's nodes, though all are registered, so that it is as healthy as its zone: when
     * the nodes die, or the zone, no target is healthy, and the records or the accelerator in front leave it out. With
     * nodes elsewhere to reach, it would pass for healthy after its zone is gone.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-cross-zone.html">Cross-zone
     *     balancing</a>
     */
    Map<String, String> zoneAttributes() {
        return zone.isPresent()
                ? Map.of("load_balancing.cross_zone.enabled", "false")
                : Map.of("load_balancing.cross_zone.enabled", "true", "zonal_shift.config.enabled", "true");
    }
}
