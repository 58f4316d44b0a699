package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Node;
import dev.essha.inventory.Edge.Certificate;
import dev.essha.inventory.Edge.Listener;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.Target;
import dev.essha.inventory.Edge.TargetGroup;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** R6: the load balancers between the internet and the nodes, and that inside the VPC. */
final class EdgeChecks {

    private static final int HTTPS = 443;
    /** Leaving or without its load balancer: such a target gets no new connection. */
    private static final Set<String> NOT_SERVING = Set.of("draining", "unhealthy.draining", "unused");

    private EdgeChecks() {}

    static Ruling loadBalancer(Plan plan, Inventory seen) {
        return WantedBalancer.each(WantedBalancer.all(plan), seen, EdgeChecks::stands);
    }

    private static void stands(WantedBalancer wanted, LoadBalancer found, Facts facts) {
        boolean crossZone = found.crossZone() == wanted.crossZone();
        facts.check(found.kind().equals("network"), "balancer.kind", found.name(), found.kind())
                .check(found.scheme().equals(wanted.scheme()), "balancer.scheme", found.name(), found.scheme())
                .check(found.state().equals("active"), "balancer.state", found.name(), found.state())
                .check(isInZones(wanted, found), "balancer.zones", found.name(), Words.list(found.zones()))
                .check(crossZone, "balancer.cross-zone", found.name(), Words.onOff(found.crossZone()));
    }

    /** One of a zone in another zone would fail together with it. */
    private static boolean isInZones(WantedBalancer wanted, LoadBalancer found) {
        return found.zones().containsAll(wanted.zones())
                && (wanted.crossZone() || wanted.zones().containsAll(found.zones()));
    }

    static Ruling tlsListener(Plan plan, Inventory seen) {
        return WantedBalancer.each(
                WantedBalancer.all(plan),
                seen,
                (_, balancer, facts) -> balancer.listeners().stream()
                        .filter(l -> l.port() == HTTPS)
                        .findFirst()
                        .ifPresentOrElse(
                                l -> encrypts(plan, balancer.name(), l, seen.certificate(), facts),
                                () -> facts.check(false, "listener.missing", balancer.name(), HTTPS)));
    }

    private static void encrypts(
            Plan plan, String balancer, Listener listener, Observed<Optional<Certificate>> own, Facts facts) {
        String policy = plan.edge().tlsPolicy();
        facts.check(listener.protocol().equals("TLS"), "listener.speaks", balancer, HTTPS, listener.protocol())
                .lookAt(own, certificate -> shows(balancer, listener, certificate, facts))
                .check(
                        listener.tlsPolicy().equals(policy),
                        "listener.policy",
                        balancer,
                        Words.orNone(listener.tlsPolicy()),
                        policy);
    }

    private static void shows(String balancer, Listener listener, Optional<Certificate> own, Facts facts) {
        facts.check(
                own.filter(c -> listener.certificateArns().contains(c.arn())).isPresent(),
                own.isPresent() ? "listener.certificate" : "listener.certificate-gone",
                balancer,
                Words.list(listener.certificateArns()),
                own.map(Certificate::arn).orElse(""));
    }

    static Ruling nodesRegistered(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.targetGroups(),
                seen.nodes(),
                (groups, nodes) -> WantedBalancer.each(
                        WantedBalancer.all(plan),
                        seen,
                        (wanted, balancer, facts) ->
                                registered(wanted, balancer.name(), groupsOf(balancer, groups), nodes, facts)));
    }

    /** What the load balancer's listeners lead to. */
    static Set<String> targetGroupArns(LoadBalancer balancer) {
        return balancer.listeners().stream()
                .flatMap(l -> l.targetGroupArns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<TargetGroup> groupsOf(LoadBalancer balancer, List<TargetGroup> groups) {
        Set<String> arns = targetGroupArns(balancer);
        return groups.stream().filter(g -> arns.contains(g.arn())).toList();
    }

    private static void registered(
            WantedBalancer wanted, String balancer, List<TargetGroup> groups, List<Node> nodes, Facts facts) {
        if (groups.isEmpty()) {
            facts.check(false, "balancer.no-targets", balancer);
        }
        for (TargetGroup group : groups) {
            wanted.zones().forEach(zone -> registeredIn(zone, group, nodes, facts));
            facts.note(health(group));
        }
    }

    private static void registeredIn(String zone, TargetGroup group, List<Node> nodes, Facts facts) {
        List<Target> targets = group.targets().stream()
                .filter(t -> zoneOf(t, nodes).filter(zone::equals).isPresent())
                .filter(t -> !NOT_SERVING.contains(t.health()))
                .toList();
        facts.check(!targets.isEmpty(), "targets.in-zone", zone, group.name(), targets.size());
    }

    private static Phrase health(TargetGroup group) {
        long healthy = group.targets().stream().filter(EdgeChecks::isHealthy).count();
        return Phrase.of(
                healthy > 0 ? "targets.healthy" : "targets.healthy.early",
                group.name(),
                healthy,
                group.targets().size());
    }

    private static boolean isHealthy(Target target) {
        return target.health().equals("healthy");
    }

    /** Only nodes of the cluster count: something else behind the target group would not be ESS. */
    private static Optional<String> zoneOf(Target target, List<Node> nodes) {
        return nodes.stream()
                .filter(n -> n.instanceId().equals(target.id()))
                .map(Node::zone)
                .findFirst();
    }
}
