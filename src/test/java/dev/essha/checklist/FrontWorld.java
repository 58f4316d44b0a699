package dev.essha.checklist;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network.SecurityGroup;
import dev.essha.inventory.Network.SecurityRule;
import dev.essha.plan.Cidr;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The way to the cluster in a {@link World}, in perfect health, whatever shape the plan gives it. */
final class FrontWorld {

    static final String PREFIX_LIST = "pl-cloudfront";
    static final String GATEWAY = "d111111abcdef8.cloudfront.net";
    static final String ACCELERATOR = "a0123456789abcdef.awsglobalaccelerator.com";
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:111122223333:certificate/c1";
    private static final String OF_GATEWAY = "arn:aws:acm:us-east-1:111122223333:certificate/c2";
    private static final String WEB_ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/ess-demo/w1";

    private final World world;
    private final Plan plan;

    private FrontWorld(World world) {
        this.world = world;
        this.plan = world.plan;
    }

    static void fill(World world) {
        FrontWorld front = new FrontWorld(world);
        WantedBalancer.all(world.plan).forEach(front::addBalancer);
        world.certificate = Optional.of(front.certificate(CERTIFICATE));
        front.addFront();
        front.addRecords();
        front.addPrivateZone();
        front.addAnswers();
    }

    static List<String> targetGroups(Plan plan) {
        return WantedBalancer.all(plan).stream().map(w -> targetGroup(w.name())).toList();
    }

    private static String targetGroup(String balancer) {
        return "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/" + balancer + "/1";
    }

    static String arn(String balancer) {
        return "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/" + balancer + "/1";
    }

    static String dnsName(String balancer) {
        return balancer + "-0123456789abcdef.elb.eu-central-1.amazonaws.com";
    }

    private void addBalancer(WantedBalancer wanted) {
        world.stackResources
                .computeIfAbsent("AWS::ElasticLoadBalancingV2::LoadBalancer", _ -> new TreeSet<>())
                .add(arn(wanted.name()));
        Edge.Listener listener = new Edge.Listener(
                443, "TLS", plan.edge().tlsPolicy(), List.of(CERTIFICATE), List.of(targetGroup(wanted.name())));
        world.loadBalancers.add(new Edge.LoadBalancer(
                arn(wanted.name()),
                wanted.name(),
                dnsName(wanted.name()),
                wanted.scheme(),
                "network",
                "active",
                "vpc-1",
                wanted.zones(),
                wanted.crossZone(),
                List.of(listener)));
        world.targetGroups.add(new Edge.TargetGroup(
                targetGroup(wanted.name()),
                wanted.name(),
                "TLS",
                plan.edge().nodePort(),
                "instance",
                world.nodes.stream()
                        .map(n -> target(n.instanceId(), n.zone(), wanted))
                        .toList()));
        world.balancerRules.put(arn(wanted.name()), List.of(rules(wanted)));
    }

    /** Nodes of other zones are registered, and not used. */
    private static Edge.Target target(String node, String zone, WantedBalancer wanted) {
        return new Edge.Target(node, "", wanted.zones().contains(zone) ? "unhealthy" : "unused");
    }

    private SecurityGroup rules(WantedBalancer wanted) {
        Stream<String> peers = wanted.scheme().equals("internal")
                ? Stream.of("sg-nodes")
                : hasGateway()
                        ? Stream.of(PREFIX_LIST)
                        : plan.edge().allowedCidrs().stream().map(Cidr::toString);
        return admitting(peers);
    }

    static SecurityGroup admitting(Stream<String> peers) {
        return new SecurityGroup(
                "sg-1",
                "balancer",
                peers.map(p -> new SecurityRule("tcp", 443, 443, p)).toList(),
                Map.of());
    }

    private Edge.Certificate certificate(String arn) {
        String domain = plan.domain().name().value();
        return new Edge.Certificate(
                arn, "ISSUED", domain, List.of(domain, plan.domain().name().wildcard()), "ELIGIBLE");
    }

    private void addFront() {
        if (plan.edge().loadBalancing() == LoadBalancing.FRONTED) {
            world.accelerator = Optional.of(accelerator("UNHEALTHY"));
        }
        if (hasGateway()) {
            world.gateway = Optional.of(distribution(plan, true, "https-only", List.of(origin())));
            world.webAcl = Optional.of(webAcl(plan.edge(), true));
            world.gatewayCertificate = Optional.of(certificate(OF_GATEWAY));
            world.gatewayAddresses = Optional.of(PREFIX_LIST);
        }
    }

    private boolean hasGateway() {
        return plan.edge().gateway() == Gateway.CLOUDFRONT;
    }

    private String origin() {
        return plan.edge().loadBalancing() == LoadBalancing.SINGLE
                ? dnsName("ess-demo")
                : plan.domain().name().origin();
    }

    private Edge.Accelerator accelerator(String health) {
        return new Edge.Accelerator(
                "arn:aws:globalaccelerator::111122223333:accelerator/x",
                "ess-demo",
                ACCELERATOR,
                true,
                "DEPLOYED",
                List.of("198.51.100.1", "198.51.100.2"),
                List.of(443),
                WantedBalancer.open(plan).stream()
                        .map(w -> new Edge.AcceleratorEndpoint(arn(w.name()), "eu-central-1", 128, false, health))
                        .toList());
    }

    static Edge.Distribution distribution(Plan plan, boolean enabled, String viewerProtocol, List<String> origins) {
        return new Edge.Distribution(
                "E1",
                GATEWAY,
                enabled,
                "Deployed",
                List.of(plan.domain().name().value(), plan.domain().name().wildcard()),
                origins,
                viewerProtocol,
                "https-only",
                List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"),
                true,
                WEB_ACL,
                OF_GATEWAY,
                "TLSv1.2_2021");
    }

    static Edge.WebAcl webAcl(EdgePlan edge, boolean logged) {
        List<String> rules = edge.isOpenToAll()
                ? List.of("requests-per-client", "common")
                : List.of("requests-per-client", "common", "clients");
        return new Edge.WebAcl(WEB_ACL, "ess-demo", edge.isOpenToAll() ? "allow" : "block", rules, logged);
    }

    /** What the domain and its wildcard lead to. */
    private String goal() {
        return hasGateway()
                ? GATEWAY
                : switch (plan.edge().loadBalancing()) {
                    case SINGLE -> dnsName("ess-demo");
                    case PER_ZONE -> plan.domain().name().origin();
                    case FRONTED -> ACCELERATOR;
                };
    }

    private void addRecords() {
        String domain = plan.domain().name().value();
        if (plan.domain().apex()) {
            world.records.add(new Edge.HostedRecord(domain, "A", List.of(), goal()));
        } else {
            world.records.add(new Edge.HostedRecord(domain, "CNAME", List.of(goal()), ""));
        }
        if (plan.domain().apex() && hasGateway() && plan.edge().isOpenToAll()) {
            world.records.add(new Edge.HostedRecord(domain, "AAAA", List.of(), goal()));
        }
        world.records.add(new Edge.HostedRecord(plan.domain().name().wildcard(), "CNAME", List.of(goal()), ""));
        if (plan.edge().loadBalancing() == LoadBalancing.PER_ZONE) {
            WantedBalancer.open(plan).forEach(this::addZoneRecord);
        }
    }

    private void addZoneRecord(WantedBalancer wanted) {
        boolean checked = !hasGateway() && plan.edge().isOpenToAll();
        String check = checked ? "check-" + wanted.name() : "";
        world.records.add(zoneRecord(plan, wanted, 1, check));
        if (checked) {
            world.healthChecks.add(new Edge.HealthCheck(check, "TCP", dnsName(wanted.name()), 443, false));
        }
    }

    static Edge.HostedRecord zoneRecord(Plan plan, WantedBalancer wanted, long weight, String check) {
        return new Edge.HostedRecord(
                plan.domain().name().origin(),
                "A",
                List.of(),
                dnsName(wanted.name()),
                wanted.zones().getFirst(),
                Optional.of(weight),
                check);
    }

    private void addPrivateZone() {
        WantedBalancer.inside(plan)
                .ifPresent(inside -> world.privateZone = Optional.of(new Edge.PrivateZone(
                        "ZPRIVATE",
                        plan.domain().name().value(),
                        List.of("vpc-1"),
                        List.of(
                                new Edge.HostedRecord(
                                        plan.domain().name().value(), "A", List.of(), dnsName(inside.name())),
                                new Edge.HostedRecord(
                                        plan.domain().name().wildcard(),
                                        "CNAME",
                                        List.of(dnsName(inside.name())),
                                        "")))));
    }

    private void addAnswers() {
        String domain = plan.domain().name().value();
        List<String> addresses = addresses();
        if (plan.domain().apex()) {
            answer(domain, "CNAME", Status.NO_DATA, List.of());
            answer(domain, "A", Status.FOUND, addresses);
        } else {
            cname(domain, addresses);
        }
        cname("r4nd0m." + domain, addresses);
        WantedBalancer.all(plan).forEach(w -> answer(dnsName(w.name()), "A", Status.FOUND, List.of(address(w))));
        world.accelerator.ifPresent(a -> answer(a.dnsName(), "A", Status.FOUND, a.addresses()));
        world.gateway.ifPresent(g -> answer(g.dnsName(), "A", Status.FOUND, List.of("203.0.113.1", "203.0.113.2")));
    }

    private void cname(String name, List<String> addresses) {
        answer(name, "CNAME", Status.FOUND, List.of(goal()));
        world.lookups.add(new DnsAnswer(name, "A", Status.FOUND, addresses, List.of(goal()), 60));
    }

    private void answer(String name, String type, Status status, List<String> values) {
        world.lookups.add(new DnsAnswer(name, type, status, values, List.of(), 60));
    }

    private List<String> addresses() {
        return hasGateway()
                ? List.of("203.0.113.1", "203.0.113.2")
                : world.accelerator
                        .map(Edge.Accelerator::addresses)
                        .orElseGet(() -> WantedBalancer.open(plan).stream()
                                .map(FrontWorld::address)
                                .toList());
    }

    private static String address(WantedBalancer balancer) {
        return "192.0.2." + (int) balancer.name().charAt(balancer.name().length() - 1);
    }
}
