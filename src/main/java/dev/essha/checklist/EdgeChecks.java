package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Node;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge.Certificate;
import dev.essha.inventory.Edge.Listener;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.Target;
import dev.essha.inventory.Edge.TargetGroup;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.plan.DomainName;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            case CLOUDFRONT -> Ruling.unknown("not judged yet");
            case NONE ->
                Ruling.on(
                        seen.loadBalancers(),
                        seen.lookups(),
                        (balancers, answers) -> straight(plan.domain().name(), balancers, answers));
        };
    }

    /** A gateway in front would be what the domain leads to. */
    private static Ruling straight(DomainName domain, List<LoadBalancer> balancers, List<DnsAnswer> answers) {
        return answers.stream()
                .filter(a -> a.type().equals("CNAME") && a.name().equalsIgnoreCase(domain.value()))
                .filter(a -> a.status() == Status.FOUND)
                .findFirst()
                .map(a -> new Facts()
                        .check(
                                a.values().stream().anyMatch(v -> isOneOf(balancers, v)),
                                domain + " leads to " + Words.list(a.values()) + "; load balancers of the VPC: "
                                        + Words.list(balancers, LoadBalancer::dnsName))
                        .note("the plan chooses no gateway, which the architecture allows")
                        .ruling())
                .orElseGet(() -> Ruling.unknown(
                        "nothing tells what stands in front: " + domain + " leads nowhere, or was not answered"));
    }

    private static boolean isOneOf(List<LoadBalancer> balancers, String dnsName) {
        return balancers.stream().anyMatch(l -> dnsName.equalsIgnoreCase(l.dnsName()));
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
            case PER_ZONE, FRONTED -> Ruling.unknown("not judged yet");
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
                        .map(l -> encrypts(plan.edge(), l, seen.certificate()))
                        .orElseGet(() -> Ruling.fail(balancer.name() + " has no listener on port " + HTTPS)));
    }

    private static Ruling encrypts(EdgePlan plan, Listener listener, Observed<Optional<Certificate>> own) {
        Facts facts = new Facts();
        return facts.check(
                        listener.protocol().equals("TLS"),
                        "the listener on " + HTTPS + " speaks " + listener.protocol())
                .lookAt(own, certificate -> shows(listener, certificate, facts))
                .check(
                        listener.tlsPolicy().equals(plan.tlsPolicy()),
                        "its security policy is " + Words.orNone(listener.tlsPolicy()) + ", the plan's "
                                + plan.tlsPolicy())
                .ruling();
    }

    private static void shows(Listener listener, Optional<Certificate> own, Facts facts) {
        facts.check(
                own.filter(c -> listener.certificateArns().contains(c.arn())).isPresent(),
                "its certificate is " + Words.list(listener.certificateArns()) + ", the deployment's is "
                        + own.map(Certificate::arn).orElse("gone"));
    }

    static Ruling nodesRegistered(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.targetGroups(),
                seen.nodes(),
                (groups, nodes) -> onBalancer(plan, seen, l -> registered(plan, groupsOf(l, groups), nodes)));
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

    private static Ruling registered(Plan plan, List<TargetGroup> groups, List<Node> nodes) {
        if (groups.isEmpty()) {
            return Ruling.fail("the load balancer has no target group");
        }
        Facts facts = new Facts();
        for (TargetGroup group : groups) {
            Words.zones(plan).forEach(zone -> registeredIn(zone, group, nodes, facts));
            facts.note(health(group));
        }
        return facts.ruling();
    }

    private static void registeredIn(String zone, TargetGroup group, List<Node> nodes, Facts facts) {
        List<Target> targets = group.targets().stream()
                .filter(t -> zoneOf(t, nodes).filter(zone::equals).isPresent())
                .filter(t -> !NOT_SERVING.contains(t.health()))
                .toList();
        facts.check(!targets.isEmpty(), zone + ": nodes registered with " + group.name() + ": " + targets.size());
    }

    private static String health(TargetGroup group) {
        long healthy = group.targets().stream().filter(EdgeChecks::isHealthy).count();
        String counted = group.name() + ": healthy: " + healthy + " of "
                + group.targets().size();
        return healthy > 0
                ? counted
                : counted + "; none is before ESS runs, since its ingress is what answers the health check";
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
