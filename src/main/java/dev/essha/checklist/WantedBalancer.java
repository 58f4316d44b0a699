package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A load balancer that a plan has; the cluster may have made others.
 *
 * @param zones where it has to be
 * @param crossZone whether it reaches the nodes of other zones than that in which it was asked
 */
record WantedBalancer(String name, String scheme, List<String> zones, boolean crossZone) {

    /** Judges one that was found. */
    @FunctionalInterface
    interface Judgment {
        void judge(WantedBalancer wanted, LoadBalancer found, Facts facts);
    }

    /** Those that face the internet, in the order of the zones. */
    static List<WantedBalancer> open(Plan plan) {
        ResourceNames names = new ResourceNames(plan.name());
        return switch (plan.edge().loadBalancing()) {
            case SINGLE -> List.of(overAllZones(plan, names.loadBalancer(), "internet-facing"));
            case PER_ZONE, FRONTED ->
                plan.network().zones().stream()
                        .map(NetworkPlan.Zone::name)
                        .map(zone -> new WantedBalancer(
                                names.zonalLoadBalancer(zone.letter()),
                                "internet-facing",
                                List.of(zone.value()),
                                false))
                        .toList();
        };
    }

    /** That in the private subnets, which only a plan with a private zone has. */
    static Optional<WantedBalancer> inside(Plan plan) {
        LoadBalancing shape = plan.edge().loadBalancing();
        String name = new ResourceNames(plan.name()).internalLoadBalancer(shape);
        return plan.domain().privateZone() ? Optional.of(overAllZones(plan, name, "internal")) : Optional.empty();
    }

    static List<WantedBalancer> all(Plan plan) {
        List<WantedBalancer> all = new ArrayList<>(open(plan));
        inside(plan).ifPresent(all::add);
        return all;
    }

    private static WantedBalancer overAllZones(Plan plan, String name, String scheme) {
        return new WantedBalancer(name, scheme, Words.zones(plan), true);
    }

    Optional<LoadBalancer> in(List<LoadBalancer> found) {
        return found.stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** Judges each of some; one that was not found is a fact that does not hold. */
    static Ruling each(List<WantedBalancer> wanted, Inventory seen, Judgment judgment) {
        return Ruling.on(seen.loadBalancers(), found -> {
            Facts facts = new Facts();
            judge(wanted, found, facts, judgment);
            return facts.ruling();
        });
    }

    static void judge(List<WantedBalancer> wanted, List<LoadBalancer> found, Facts facts, Judgment judgment) {
        for (WantedBalancer one : wanted) {
            one.in(found)
                    .ifPresentOrElse(
                            l -> judgment.judge(one, l, facts), () -> facts.check(false, "balancer.missing", one.name));
        }
    }
}
