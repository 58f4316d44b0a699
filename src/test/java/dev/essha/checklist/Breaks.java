package dev.essha.checklist;

import static dev.essha.checklist.World.replace;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What somebody may break by hand, and who has to notice. */
final class Breaks {

    private Breaks() {}

    record Break(String what, Consumer<World> change, List<String> red, List<String> unknown) {

        Break leavingUnknown(String... findings) {
            return new Break(what, change, red, List.of(findings));
        }

        @Override
        public String toString() {
            return what + " -> " + red;
        }
    }

    static Stream<Break> all() {
        return Stream.of(network(), edge(), names(), data(), kafka(), compute(), rest())
                .flatMap(s -> s);
    }

    private static Break broken(String what, Consumer<World> change, String... red) {
        return new Break(what, change, List.of(red), List.of());
    }

    private static Stream<Break> network() {
        return Stream.of(
                broken("an instance in a public subnet", Breaks::instanceInPublicSubnet, "R4-public-subnets"),
                broken(
                        "an interface that only says it is a load balancer's",
                        w -> w.interfaces.add(
                                World.eni("eni-y", "subnet-pub-b", "eu-central-1b", "interface", "ELB app/mine/1")),
                        "R4-public-subnets"),
                broken("a zone's NAT route removed", w -> route(w, "rtb-priv-b", List.of()), "practice-egress"),
                broken("a NAT gateway deleted", w -> w.natGateways.remove(2), "practice-egress"),
                broken(
                        "a zone that leaves by another's NAT gateway",
                        w -> route(w, "rtb-priv-c", List.of(new Network.Route("0.0.0.0/0", "nat-a", true))),
                        "practice-egress"),
                broken(
                        "a NAT route into a black hole",
                        w -> route(w, "rtb-priv-a", List.of(new Network.Route("0.0.0.0/0", "nat-a", false))),
                        "practice-egress"),
                broken(
                        "a public subnet without a route to the internet",
                        w -> route(w, "rtb-pub-a", List.of()),
                        "R3-subnets",
                        "practice-egress"),
                broken(
                        "a private subnet opened",
                        w -> route(w, "rtb-priv-a", List.of(new Network.Route("0.0.0.0/0", "igw-1", true))),
                        "R3-subnets",
                        "R4-public-subnets",
                        "practice-egress"),
                broken("the endpoint for S3 deleted", w -> w.endpoints.clear(), "practice-s3-endpoint"),
                broken(
                        "a stack that lost its database",
                        w -> w.stackResources.remove("AWS::RDS::DBInstance"),
                        "R1-one-vpc"),
                broken(
                        "a database of the stacks that is not in the VPC",
                        w -> w.stackResources.get("AWS::RDS::DBInstance").add("ess-demo-2"),
                        "R1-one-vpc"),
                broken("a stack that failed", w -> w.stacks.put("database", "UPDATE_FAILED"), "practice-stacks"));
    }

    private static void instanceInPublicSubnet(World world) {
        world.interfaces.add(new Network.Interface(
                "eni-x",
                "subnet-pub-a",
                "eu-central-1a",
                "interface",
                "instance i-x",
                Optional.of("i-x"),
                Optional.of("192.0.2.9")));
    }

    private static void route(World world, String table, List<Network.Route> routes) {
        world.routeTables.replaceAll(
                t -> t.id().equals(table) ? new Network.RouteTable(t.id(), t.main(), t.subnetIds(), routes) : t);
    }

    private static Stream<Break> edge() {
        return Stream.of(
                broken("cross-zone balancing off", w -> balancer(w, "active", false, null), "R6-load-balancer"),
                broken("a load balancer that failed", w -> balancer(w, "failed", true, null), "R6-load-balancer"),
                broken("a listener without TLS", w -> balancer(w, "active", true, "TCP"), "R6-tls-listener"),
                broken("a node taken out of the target group", Breaks::deregister, "R6-nodes-registered"),
                broken("a node that drains", Breaks::drain, "R6-nodes-registered"),
                broken(
                        "target groups detached from an auto scaling group",
                        w -> replace(w.scalingGroups, 1, g -> new Compute.ScalingGroup(g.name(), List.of())),
                        "practice-node-replacement"),
                broken(
                        "an auto scaling group with another target group",
                        w -> replace(
                                w.scalingGroups, 1, g -> new Compute.ScalingGroup(g.name(), List.of("arn:another"))),
                        "practice-node-replacement"),
                broken(
                        "a listener with another certificate",
                        w -> w.certificate = w.certificate.map(c ->
                                new Edge.Certificate(c.arn() + "-new", c.status(), c.domain(), c.names(), c.renewal())),
                        "R6-tls-listener"),
                broken(
                        "the load balancer deleted",
                        w -> w.loadBalancers.clear(),
                        "R1-one-vpc",
                        "R5-gateway",
                        "practice-access",
                        "practice-node-replacement",
                        "R6-load-balancer",
                        "R6-tls-listener",
                        "R6-nodes-registered",
                        "R7-public-name",
                        "R8-domain",
                        "R8-wildcard"));
    }

    private static void balancer(World world, String state, boolean crossZone, String protocol) {
        replace(
                world.loadBalancers,
                0,
                l -> new Edge.LoadBalancer(
                        l.arn(),
                        l.name(),
                        l.dnsName(),
                        l.scheme(),
                        l.kind(),
                        state,
                        l.vpcId(),
                        l.zones(),
                        crossZone,
                        protocol == null
                                ? l.listeners()
                                : l.listeners().stream()
                                        .map(x -> new Edge.Listener(
                                                x.port(),
                                                protocol,
                                                x.tlsPolicy(),
                                                x.certificateArns(),
                                                x.targetGroupArns()))
                                        .toList()));
    }

    private static void deregister(World world) {
        replace(
                world.targetGroups,
                0,
                g -> new Edge.TargetGroup(
                        g.arn(),
                        g.name(),
                        g.protocol(),
                        g.port(),
                        g.targetKind(),
                        g.targets().subList(0, 2)));
    }

    private static void drain(World world) {
        replace(
                world.targetGroups,
                0,
                g -> new Edge.TargetGroup(
                        g.arn(),
                        g.name(),
                        g.protocol(),
                        g.port(),
                        g.targetKind(),
                        g.targets().stream()
                                .map(t -> t.id().equals("i-b") ? new Edge.Target(t.id(), t.zone(), "draining") : t)
                                .toList()));
    }

    private static Stream<Break> names() {
        return Stream.of(
                broken("the domain's record removed", w -> remove(w, "ess.example.com", "ess.example.com"), "R8-domain")
                        .leavingUnknown("R5-gateway"),
                broken(
                        "the wildcard's record removed",
                        w -> remove(w, "*.ess.example.com", "r4nd0m.ess.example.com"),
                        "R8-wildcard"),
                broken("a record that leads elsewhere", Breaks::misdirect, "R5-gateway", "R8-domain"),
                broken("a record removed that resolvers still remember", w -> w.records.remove(0), "R8-domain"),
                broken(
                        "a certificate that expired",
                        w -> w.certificate = w.certificate.map(
                                c -> new Edge.Certificate(c.arn(), "EXPIRED", c.domain(), c.names(), c.renewal())),
                        "R13-certificate"),
                broken(
                        "a certificate without the wildcard",
                        w -> w.certificate = w.certificate.map(c -> new Edge.Certificate(
                                c.arn(), c.status(), c.domain(), List.of(c.domain()), c.renewal())),
                        "R13-certificate"));
    }

    private static void remove(World world, String record, String name) {
        world.records.removeIf(r -> r.name().equals(record));
        world.lookups.replaceAll(a -> a.name().equals(name)
                ? new DnsAnswer(a.name(), a.type(), Status.NO_SUCH_NAME, List.of(), List.of(), 900)
                : a);
    }

    private static void misdirect(World world) {
        replace(world.records, 0, r -> new Edge.HostedRecord(r.name(), r.type(), List.of("old.example.net"), ""));
        world.lookups.replaceAll(a -> a.name().equals("ess.example.com")
                ? new DnsAnswer(
                        a.name(), a.type(), Status.FOUND, List.of("old.example.net"), List.of("old.example.net"), 300)
                : a);
    }

    private static Stream<Break> data() {
        return Stream.of(
                broken(
                        "Multi-AZ off",
                        w -> w.databases.set(0, World.database(false, true, 14, Map.of("rds.force_ssl", "1"))),
                        "R9-multi-az"),
                broken(
                        "a database without protection",
                        w -> w.databases.set(0, World.database(true, false, 14, Map.of("rds.force_ssl", "1"))),
                        "practice-database-encryption",
                        "practice-database-private",
                        "practice-database-deletion"),
                broken(
                        "TLS not forced",
                        w -> w.databases.set(0, World.database(true, true, 14, Map.of("rds.force_ssl", "0"))),
                        "practice-database-tls"),
                broken(
                        "backups off",
                        w -> w.databases.set(0, World.database(true, true, 0, Map.of("rds.force_ssl", "1"))),
                        "practice-database-backups"),
                broken("a service's secret deleted", w -> w.secrets.remove(0), "R9-databases"),
                broken("the Kafka user's secret deleted", w -> w.secrets.removeLast(), "R13-secrets"),
                broken(
                        "the key disabled",
                        w -> w.key = Optional.of(new Data.Key(World.KEY, "Disabled", true)),
                        "practice-key-rotation"),
                broken(
                        "the bucket deleted",
                        w -> w.bucket = Optional.empty(),
                        "R10-bucket",
                        "practice-bucket-versions",
                        "practice-bucket-encryption",
                        "practice-bucket-private",
                        "practice-bucket-tls"),
                broken(
                        "versioning suspended",
                        w -> bucket(w, false, "aws:kms", true, true),
                        "practice-bucket-versions"),
                broken("another encryption", w -> bucket(w, true, "AES256", true, true), "practice-bucket-encryption"),
                broken("the bucket opened", w -> bucket(w, true, "aws:kms", false, true), "practice-bucket-private"),
                broken(
                        "the bucket's policy removed",
                        w -> bucket(w, true, "aws:kms", true, false),
                        "practice-bucket-tls"));
    }

    private static void bucket(World world, boolean versioned, String encryption, boolean closed, boolean tlsOnly) {
        world.bucket = world.bucket.map(b -> new Data.Bucket(
                b.name(), b.region(), versioned, encryption, b.keyArn(), closed, tlsOnly, b.hasLifecycle()));
    }

    private static Stream<Break> kafka() {
        return Stream.of(
                broken(
                        "a configuration without auto-creation",
                        w -> running(w, "auto.create.topics.enable", null),
                        "R12-auto-creation"),
                broken("auto-creation off", w -> running(w, "auto.create.topics.enable", "false"), "R12-auto-creation"),
                broken(
                        "one copy of each message",
                        w -> running(w, "default.replication.factor", "1"),
                        "practice-kafka-durability"),
                broken(
                        "unclean elections",
                        w -> running(w, "unclean.leader.election.enable", "true"),
                        "practice-kafka-durability"),
                broken(
                        "all brokers in two zones",
                        w -> w.kafka = w.kafka.map(k ->
                                World.kafka(List.of("eu-central-1a", "eu-central-1a", "eu-central-1b"), k.running())),
                        "R11-brokers"),
                broken(
                        "an uneven spread",
                        w -> w.kafka = w.kafka.map(k -> World.kafka(
                                List.of("eu-central-1a", "eu-central-1a", "eu-central-1b", "eu-central-1c"),
                                k.running())),
                        "R11-brokers"),
                broken(
                        "the Kafka cluster deleted",
                        w -> w.kafka = Optional.empty(),
                        "R11-brokers",
                        "R12-auto-creation",
                        "practice-kafka-tls",
                        "practice-kafka-access",
                        "practice-kafka-durability",
                        "practice-kafka-logs"));
    }

    private static void running(World world, String name, String value) {
        world.kafka = world.kafka.map(k -> {
            Map<String, String> running = new HashMap<>(k.running());
            running.remove(name);
            if (value != null) {
                running.put(name, value);
            }
            return World.kafka(k.brokerZones(), running);
        });
    }

    private static Stream<Break> compute() {
        return Stream.of(
                broken(
                        "a zone's node stopped",
                        w -> replace(
                                w.nodes,
                                2,
                                n -> new Compute.Node(
                                        n.instanceId(), n.zone(), n.subnetId(), n.autoScalingGroup(), "stopped")),
                        "practice-nodes"),
                broken("a zone's node group deleted", w -> w.nodeGroups.remove(1), "practice-node-groups"),
                broken(
                        "an old Kubernetes",
                        w -> w.cluster = Optional.of(World.cluster("1.27", List.of("198.51.100.0/24"), true)),
                        "practice-cluster-version"),
                broken(
                        "the API opened",
                        w -> w.cluster = Optional.of(World.cluster("1.33", List.of("0.0.0.0/0"), true)),
                        "practice-cluster-api"),
                broken(
                        "a careless cluster",
                        w -> w.cluster = Optional.of(World.cluster("1.33", List.of("198.51.100.0/24"), false)),
                        "practice-cluster-secrets",
                        "practice-cluster-logs"),
                broken("an add-on deleted", w -> w.addons.removeIf(a -> a.name().equals("coredns")), "practice-addons"),
                broken(
                        "an add-on that degraded",
                        w -> replace(w.addons, 0, a -> new Compute.Addon(a.name(), a.version(), "DEGRADED")),
                        "practice-addons"));
    }

    private static Stream<Break> rest() {
        return Stream.of(
                broken("a repository deleted", w -> w.repositories.remove(1), "R14-repositories"),
                broken(
                        "a repository opened",
                        w -> replace(w.repositories, 0, r -> World.repository(r.name(), true, true)),
                        "R14-repositories"),
                broken(
                        "mutable tags",
                        w -> replace(w.repositories, 0, r -> World.repository(r.name(), false, false)),
                        "practice-image-scan"),
                broken(
                        "a repository in another region",
                        w -> replace(w.repositories, 0, r -> at(r, "111122223333.dkr.ecr.us-east-1")),
                        "R15-registry"),
                broken(
                        "a repository in another account",
                        w -> replace(w.repositories, 0, r -> at(r, "999988887777.dkr.ecr.eu-central-1")),
                        "R15-registry"),
                broken(
                        "a zone without subnets",
                        Breaks::loseZone,
                        "R2-three-zones",
                        "R3-subnets",
                        "practice-egress",
                        "practice-node-groups"));
    }

    private static Compute.Repository at(Compute.Repository r, String registry) {
        return new Compute.Repository(r.name(), registry + ".amazonaws.com/x", true, true, r.encryption(), false, 1);
    }

    private static void loseZone(World world) {
        world.subnets.removeIf(s -> s.zone().equals("eu-central-1c"));
    }
}
