package dev.essha.checklist;

import static dev.essha.checklist.World.replace;

import dev.essha.inventory.Edge;
import dev.essha.inventory.Edge.AcceleratorEndpoint;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may break by hand on the way to the cluster, shape by shape, and who has to notice. */
final class FrontBreaks {

    private FrontBreaks() {}

    record Break(String what, Plan plan, Consumer<World> change, List<String> red, List<String> unknown) {

        @Override
        public String toString() {
            return what + " -> " + red;
        }
    }

    static Stream<Break> all() {
        return Stream.of(single(), zones(), records(), inside(), accelerator(), gateway(), webAcl())
                .flatMap(s -> s);
    }

    private static Break broken(String what, Plan plan, Consumer<World> change, String... red) {
        return new Break(what, plan, change, List.of(red), List.of());
    }

    private static Stream<Break> single() {
        Plan office = FrontPlans.plan(
                dev.essha.plan.EdgePlan.LoadBalancing.SINGLE,
                dev.essha.plan.EdgePlan.Gateway.NONE,
                FrontPlans.OFFICE,
                dev.essha.plan.DomainPlan.Dns.ROUTE53,
                false,
                false);
        return Stream.of(
                broken(
                        "a range that the plan does not have",
                        office,
                        w -> admit(w, "ess-demo", "0.0.0.0/0"),
                        "practice-access"),
                broken(
                        "a range that is missing",
                        office,
                        w -> admit(w, "ess-demo", "198.51.100.0/24"),
                        "practice-access"),
                broken("a load balancer without a group", office, w -> w.balancerRules.clear(), "practice-access"));
    }

    private static Stream<Break> zones() {
        Plan plan = FrontPlans.perZone();
        return Stream.of(
                broken(
                        "a zone's load balancer deleted",
                        plan,
                        w -> w.loadBalancers.removeIf(l -> l.name().equals("ess-demo-b")),
                        "R1-one-vpc",
                        "R6-load-balancer",
                        "R6-tls-listener",
                        "R6-nodes-registered",
                        "R7-public-name",
                        "R8-zone-records",
                        "practice-access",
                        "practice-node-replacement"),
                broken(
                        "a zone's load balancer moved into another zone",
                        plan,
                        w -> balancer(w, "ess-demo-b", List.of("eu-central-1a"), false),
                        "R6-load-balancer"),
                broken(
                        "a load balancer of two zones",
                        plan,
                        w -> balancer(w, "ess-demo-b", List.of("eu-central-1a", "eu-central-1b"), false),
                        "R6-load-balancer"),
                broken(
                        "cross-zone balancing on",
                        plan,
                        w -> balancer(w, "ess-demo-b", List.of("eu-central-1b"), true),
                        "R6-load-balancer"),
                broken(
                        "a zone's own node taken out of its target group",
                        plan,
                        w -> withoutTarget(w, "ess-demo-b", "i-b"),
                        "R6-nodes-registered"),
                broken("another zone's node taken out", plan, w -> withoutTarget(w, "ess-demo-b", "i-c")));
    }

    private static Stream<Break> records() {
        Plan plan = FrontPlans.perZone();
        WantedBalancer second = WantedBalancer.open(plan).get(1);
        return Stream.of(
                broken(
                        "a zone's record deleted",
                        plan,
                        w -> w.records.removeIf(r -> r.setIdentifier().equals("eu-central-1b")),
                        "R8-zone-records"),
                broken(
                        "a zone's weight set to zero",
                        plan,
                        w -> zoneRecord(w, FrontWorld.zoneRecord(plan, second, 0, "check-ess-demo-b")),
                        "R8-zone-records"),
                broken(
                        "a record without its health check",
                        plan,
                        w -> zoneRecord(w, FrontWorld.zoneRecord(plan, second, 1, "")),
                        "R8-zone-records"),
                broken(
                        "a health check of another zone",
                        plan,
                        w -> zoneRecord(w, FrontWorld.zoneRecord(plan, second, 1, "check-ess-demo-a")),
                        "R8-zone-records"),
                broken(
                        "a health check that is disabled",
                        plan,
                        w -> replace(
                                w.healthChecks,
                                1,
                                c -> new Edge.HealthCheck(c.id(), c.kind(), c.target(), c.port(), true)),
                        "R8-zone-records"),
                broken(
                        "a record that leads elsewhere",
                        plan,
                        w -> w.records.add(new Edge.HostedRecord(
                                "origin.ess.example.com",
                                "A",
                                List.of(),
                                "old.example.net",
                                "old",
                                Optional.of(1L),
                                "")),
                        "R8-zone-records"));
    }

    private static void zoneRecord(World world, Edge.HostedRecord record) {
        world.records.replaceAll(r -> r.setIdentifier().equals(record.setIdentifier()) ? record : r);
    }

    private static Stream<Break> inside() {
        Plan plan = FrontPlans.perZone();
        return Stream.of(
                broken("the private zone deleted", plan, w -> w.privateZone = Optional.empty(), "R8-private-zone"),
                broken(
                        "a private zone that answers in another VPC",
                        plan,
                        w -> zone(w, z -> new Edge.PrivateZone(z.id(), z.name(), List.of("vpc-2"), z.records())),
                        "R8-private-zone"),
                broken(
                        "the private wildcard deleted",
                        plan,
                        w -> zone(
                                w,
                                z -> new Edge.PrivateZone(
                                        z.id(),
                                        z.name(),
                                        z.vpcIds(),
                                        z.records().subList(0, 1))),
                        "R8-private-zone"),
                broken(
                        "the load balancer inside opened to addresses",
                        plan,
                        w -> admit(w, "ess-demo-vpz", "10.40.0.0/16"),
                        "practice-access"));
    }

    private static Stream<Break> accelerator() {
        Plan plan = FrontPlans.fronted();
        return Stream.of(
                new Break(
                        "the accelerator deleted",
                        plan,
                        w -> w.accelerator = Optional.empty(),
                        List.of("R5-gateway", "R6-accelerator", "R8-domain", "R8-wildcard"),
                        List.of()),
                broken(
                        "the accelerator disabled",
                        plan,
                        w -> accelerator(w, false, w.accelerator.orElseThrow().endpoints()),
                        "R6-accelerator"),
                broken(
                        "a zone taken out of the accelerator",
                        plan,
                        w -> accelerator(
                                w, true, w.accelerator.orElseThrow().endpoints().subList(0, 2)),
                        "R6-accelerator"),
                broken(
                        "a zone that is lost",
                        plan,
                        w -> health(w, "HEALTHY", "UNHEALTHY", "HEALTHY"),
                        "R6-accelerator"));
    }

    private static Stream<Break> gateway() {
        Plan plan = FrontPlans.behindGateway();
        List<String> origin = List.of(FrontWorld.dnsName("ess-demo"));
        return Stream.of(
                broken(
                        "the gateway deleted",
                        plan,
                        w -> w.gateway = Optional.empty(),
                        "R5-gateway",
                        "R5-web-acl",
                        "R8-domain",
                        "R8-wildcard"),
                broken("the gateway disabled", plan, w -> gateway(w, false, "https-only", origin), "R5-gateway"),
                broken("clients let in without TLS", plan, w -> gateway(w, true, "allow-all", origin), "R5-gateway"),
                broken(
                        "a gateway that turns elsewhere",
                        plan,
                        w -> gateway(w, true, "https-only", List.of("old.example.net")),
                        "R5-gateway"),
                broken(
                        "a load balancer opened beside the gateway",
                        plan,
                        w -> admit(w, "ess-demo", FrontWorld.PREFIX_LIST, "0.0.0.0/0"),
                        "R5-gateway"),
                broken("a prefix list of somebody else", plan, w -> admit(w, "ess-demo", "pl-mine"), "R5-gateway"),
                broken(
                        "the gateway's certificate expired",
                        plan,
                        w -> w.gatewayCertificate = w.gatewayCertificate.map(
                                c -> new Edge.Certificate(c.arn(), "EXPIRED", c.domain(), c.names(), c.renewal())),
                        "R13-certificate"));
    }

    private static Stream<Break> webAcl() {
        Plan plan = FrontPlans.behindGateway();
        return Stream.of(
                broken("the web ACL deleted", plan, w -> w.webAcl = Optional.empty(), "R5-web-acl", "practice-access"),
                broken(
                        "a web ACL that keeps no log",
                        plan,
                        w -> w.webAcl = Optional.of(FrontWorld.webAcl(plan.edge(), false)),
                        "R5-web-acl"),
                broken(
                        "a web ACL that lets everybody in",
                        plan,
                        w -> acl(w, a -> new Edge.WebAcl(a.arn(), a.name(), "allow", a.rules(), true)),
                        "practice-access"),
                broken(
                        "a web ACL without the rule for the ranges",
                        plan,
                        w -> acl(
                                w,
                                a -> new Edge.WebAcl(
                                        a.arn(),
                                        a.name(),
                                        a.defaultAction(),
                                        a.rules().subList(0, 2),
                                        true)),
                        "practice-access"),
                broken(
                        "another web ACL attached",
                        plan,
                        w -> acl(
                                w,
                                a -> new Edge.WebAcl(a.arn() + "-other", a.name(), a.defaultAction(), a.rules(), true)),
                        "R5-web-acl"));
    }

    private static void admit(World world, String balancer, String... peers) {
        world.balancerRules.put(FrontWorld.arn(balancer), List.of(FrontWorld.admitting(Stream.of(peers))));
    }

    private static void balancer(World world, String name, List<String> zones, boolean crossZone) {
        world.loadBalancers.replaceAll(l -> l.name().equals(name)
                ? new Edge.LoadBalancer(
                        l.arn(),
                        l.name(),
                        l.dnsName(),
                        l.scheme(),
                        l.kind(),
                        l.state(),
                        l.vpcId(),
                        zones,
                        crossZone,
                        l.listeners())
                : l);
    }

    private static void withoutTarget(World world, String group, String node) {
        world.targetGroups.replaceAll(g -> g.name().equals(group)
                ? new Edge.TargetGroup(
                        g.arn(),
                        g.name(),
                        g.protocol(),
                        g.port(),
                        g.targetKind(),
                        g.targets().stream().filter(t -> !t.id().equals(node)).toList())
                : g);
    }

    private static void zone(World world, UnaryOperator<Edge.PrivateZone> change) {
        world.privateZone = world.privateZone.map(change);
    }

    private static void acl(World world, UnaryOperator<Edge.WebAcl> change) {
        world.webAcl = world.webAcl.map(change);
    }

    private static void gateway(World world, boolean enabled, String viewerProtocol, List<String> origins) {
        world.gateway = Optional.of(FrontWorld.distribution(world.plan, enabled, viewerProtocol, origins));
    }

    /** Of the endpoints in the order of the zones. */
    static void health(World world, String... health) {
        List<AcceleratorEndpoint> endpoints = world.accelerator.orElseThrow().endpoints();
        accelerator(
                world,
                true,
                IntStream.range(0, endpoints.size())
                        .mapToObj(i ->
                                new AcceleratorEndpoint(endpoints.get(i).id(), "eu-central-1", 128, false, health[i]))
                        .toList());
    }

    private static void accelerator(World world, boolean enabled, List<AcceleratorEndpoint> endpoints) {
        world.accelerator = world.accelerator.map(a -> new Edge.Accelerator(
                a.arn(), a.name(), a.dnsName(), enabled, a.status(), a.addresses(), a.ports(), endpoints));
    }
}
