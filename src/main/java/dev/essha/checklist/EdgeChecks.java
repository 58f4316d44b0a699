package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Node;
import dev.essha.inventory.Edge.Listener;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.Target;
import dev.essha.inventory.Edge.TargetGroup;
import dev.essha.inventory.Inventory;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** R5 and R6: what stands between the internet and the nodes. */
final class EdgeChecks {

    private static final int HTTPS = 443;
    /** Leaving or without its load balancer: such a target gets no new connection. */
    private static final Set<String> NOT_SERVING = Set.of("draining", "unhealthy.draining", "unused");

    private EdgeChecks() {}

    static Ruling gateway(Plan plan, Inventory seen) {
        return switch (plan.edge().gateway()) {
            case NONE -> Ruling.pass("the plan chooses none, which the architecture allows");
        };
    }

    /** The deployment's own load balancer; the cluster may have made others. */
    static Ruling onBalancer(Plan plan, Inventory seen, Function<LoadBalancer, Ruling> judgment) {
        String name = new ResourceNames(plan.name()).loadBalancer();
        return Ruling.onThe(
                "the load balancer " + name,
                seen.loadBalancers()
                        .map(all ->
                                all.stream().filter(l -> l.name().equals(name)).findFirst()),
                judgment);
    }

    static Ruling loadBalancer(Plan plan, Inventory seen) {
        return switch (plan.edge().loadBalancing()) {
            case SINGLE -> onBalancer(plan, seen, l -> overAllZones(plan, l));
        };
    }

    private static Ruling overAllZones(Plan plan, LoadBalancer balancer) {
        List<String> wanted = Words.zones(plan);
        return new Facts()
                .check(
                        balancer.kind().equals("network"),
                        balancer.name() + " is a " + balancer.kind() + " load balancer")
                .check(balancer.scheme().equals("internet-facing"), "its scheme is " + balancer.scheme())
                .check(balancer.state().equals("active"), "its state is " + balancer.state())
                .check(balancer.zones().containsAll(wanted), "its zones are " + Words.list(balancer.zones()))
                .check(balancer.crossZone(), "cross-zone balancing is " + (balancer.crossZone() ? "on" : "off"))
                .ruling();
    }

    static Ruling tlsListener(Plan plan, Inventory seen) {
        return onBalancer(
                plan,
                seen,
                balancer -> balancer.listeners().stream()
                        .filter(l -> l.port() == HTTPS)
                        .findFirst()
                        .map(l -> encrypts(plan.edge(), l))
                        .orElseGet(() -> Ruling.fail(balancer.name() + " has no listener on port " + HTTPS)));
    }

    private static Ruling encrypts(EdgePlan plan, Listener listener) {
        return new Facts()
                .check(listener.protocol().equals("TLS"), "the listener on " + HTTPS + " speaks " + listener.protocol())
                .check(
                        !listener.certificateArns().isEmpty(),
                        "its certificate is " + Words.list(listener.certificateArns()))
                .check(
                        listener.tlsPolicy().equals(plan.tlsPolicy()),
                        "its security policy is " + Words.orNone(listener.tlsPolicy()) + ", the plan's "
                                + plan.tlsPolicy())
                .ruling();
    }

    static Ruling nodesRegistered(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.targetGroups(),
                seen.nodes(),
                (groups, nodes) -> onBalancer(plan, seen, l -> registered(plan, groupsOf(l, groups), nodes)));
    }

    private static List<TargetGroup> groupsOf(LoadBalancer balancer, List<TargetGroup> groups) {
        Set<String> arns = balancer.listeners().stream()
                .flatMap(l -> l.targetGroupArns().stream())
                .collect(Collectors.toSet());
        return groups.stream().filter(g -> arns.contains(g.arn())).toList();
    }

    private static Ruling registered(Plan plan, List<TargetGroup> groups, List<Node> nodes) {
        if (groups.isEmpty()) {
            return Ruling.fail("the load balancer has no target group");
        }
        Facts facts = new Facts();
        for (TargetGroup group : groups) {
            Words.zones(plan).forEach(zone -> registeredIn(zone, group, nodes, facts));
        }
        return facts.ruling();
    }

    private static void registeredIn(String zone, TargetGroup group, List<Node> nodes, Facts facts) {
        List<Target> targets = group.targets().stream()
                .filter(t -> zoneOf(t, nodes).filter(zone::equals).isPresent())
                .filter(t -> !NOT_SERVING.contains(t.health()))
                .toList();
        long healthy =
                targets.stream().filter(t -> t.health().equals("healthy")).count();
        facts.check(
                !targets.isEmpty(),
                zone + ": nodes behind " + group.name() + ": " + targets.size() + ", healthy: " + healthy);
    }

    /** Only nodes of the cluster count: something else behind the target group would not be ESS. */
    private static Optional<String> zoneOf(Target target, List<Node> nodes) {
        return nodes.stream()
                .filter(n -> n.instanceId().equals(target.id()))
                .map(Node::zone)
                .findFirst();
    }
}
