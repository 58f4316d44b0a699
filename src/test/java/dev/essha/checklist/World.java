package dev.essha.checklist;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Front;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.EssService;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A deployment in perfect health, made from a plan; a test breaks one thing and looks who notices. */
public final class World {

    static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/k1";

    final Plan plan;
    private final ResourceNames names;

    final Map<String, String> stacks =
            new TreeMap<>(Map.of("network", "CREATE_COMPLETE", "database", "UPDATE_COMPLETE"));
    final Map<String, SortedSet<String>> stackResources = new TreeMap<>();
    Optional<Network.Vpc> vpc;
    final List<Network.Subnet> subnets = new ArrayList<>();
    final List<Network.RouteTable> routeTables = new ArrayList<>();
    final List<Network.NatGateway> natGateways = new ArrayList<>();
    final List<Network.Interface> interfaces = new ArrayList<>();
    final List<Network.Endpoint> endpoints = new ArrayList<>();
    final List<Edge.LoadBalancer> loadBalancers = new ArrayList<>();
    final List<Edge.TargetGroup> targetGroups = new ArrayList<>();
    Optional<Edge.Certificate> certificate;
    final Map<String, List<Network.SecurityGroup>> balancerRules = new TreeMap<>();
    Optional<Edge.Accelerator> accelerator = Optional.empty();
    Optional<Edge.Distribution> gateway = Optional.empty();
    Optional<Edge.WebAcl> webAcl = Optional.empty();
    Optional<Edge.Certificate> gatewayCertificate = Optional.empty();
    Optional<String> gatewayAddresses = Optional.empty();
    final List<Edge.HealthCheck> healthChecks = new ArrayList<>();
    Optional<Edge.PrivateZone> privateZone = Optional.empty();
    final List<Data.DatabaseCluster> databaseClusters = new ArrayList<>();
    final List<Edge.HostedRecord> records = new ArrayList<>();
    final List<DnsAnswer> lookups = new ArrayList<>();
    final List<Data.Database> databases = new ArrayList<>();
    Optional<Data.Kafka> kafka;
    Optional<Data.Bucket> bucket;
    final List<Data.Secret> secrets = new ArrayList<>();
    Optional<Data.Key> key = Optional.of(new Data.Key(KEY, "Enabled", true));
    Optional<Compute.Cluster> cluster;
    final List<Compute.NodeGroup> nodeGroups = new ArrayList<>();
    final List<Compute.Addon> addons = new ArrayList<>(ClusterChecks.ADDONS.stream()
            .map(name -> new Compute.Addon(name, "v1.20.4", "ACTIVE"))
            .toList());
    final List<Compute.Node> nodes = new ArrayList<>();
    final List<Compute.ScalingGroup> scalingGroups = new ArrayList<>();
    final List<Compute.Repository> repositories = new ArrayList<>();
    private String hidden = "";

    public World(Plan plan) {
        this.plan = plan;
        this.names = new ResourceNames(plan.name());
        vpc = Optional.of(new Network.Vpc("vpc-1", plan.network().vpcCidr(), true, true, Map.of()));
        plan.network().zones().forEach(this::addZone);
        endpoints.add(new Network.Endpoint("vpce-1", "com.amazonaws.eu-central-1.s3", "Gateway", "available"));
        FrontWorld.fill(this);
        addData();
        addCompute();
    }

    private void addZone(NetworkPlan.Zone zone) {
        String z = zone.name().letter();
        String name = zone.name().value();
        subnets.add(new Network.Subnet("subnet-pub-" + z, "vpc-1", name, zone.publicCidr(), 4000, false, Map.of()));
        subnets.add(new Network.Subnet("subnet-priv-" + z, "vpc-1", name, zone.privateCidr(), 4000, false, Map.of()));
        routeTables.add(table("rtb-pub-" + z, "subnet-pub-" + z, "igw-1"));
        routeTables.add(table("rtb-priv-" + z, "subnet-priv-" + z, "nat-" + z));
        natGateways.add(new Network.NatGateway("nat-" + z, "subnet-pub-" + z, "available", "zonal"));
        interfaces.add(eni("eni-nat-" + z, "subnet-pub-" + z, name, "nat_gateway", "NAT gateway nat-" + z));
        interfaces.add(eni("eni-nlb-" + z, "subnet-pub-" + z, name, "network_load_balancer", "ELB net/ess-demo/1"));
        interfaces.add(eni("eni-node-" + z, "subnet-priv-" + z, name, "interface", "instance i-" + z));
        nodes.add(new Compute.Node("i-" + z, name, "subnet-priv-" + z, "asg-" + z, "running"));
        scalingGroups.add(new Compute.ScalingGroup("asg-" + z, FrontWorld.targetGroups(plan)));
        nodeGroups.add(new Compute.NodeGroup(
                "nodes-" + z, "ACTIVE", "m7g.xlarge", 1, 1, 3, List.of("subnet-priv-" + z), List.of("asg-" + z)));
    }

    static Network.RouteTable table(String id, String subnet, String wayOut) {
        return new Network.RouteTable(
                id,
                false,
                List.of(subnet),
                List.of(
                        new Network.Route("10.40.0.0/16", "local", true),
                        new Network.Route("0.0.0.0/0", wayOut, true)));
    }

    static Network.Interface eni(String id, String subnet, String zone, String kind, String owner) {
        return new Network.Interface(id, subnet, zone, kind, owner, Optional.empty(), Optional.empty());
    }

    private void addData() {
        DatabaseServer.of(plan).forEach(server -> addDatabase(server.identifier()));
        kafka = Optional.of(kafka(
                Words.zones(plan).subList(0, plan.network().kafkaZones().size()),
                Map.of(
                        "auto.create.topics.enable", "true",
                        "default.replication.factor", "3",
                        "min.insync.replicas", "2",
                        "unclean.leader.election.enable", "false")));
        bucket = Optional.of(
                new Data.Bucket("ess-demo-content", "eu-central-1", true, "aws:kms", KEY, true, true, true));
        for (EssService service : plan.ess().servicesWithDatabase()) {
            secrets.add(secret(names.databaseSecret(service)));
        }
        secrets.add(secret(names.kafkaSecret()));
        for (String image : plan.registry().repositories()) {
            repositories.add(repository(names.repository(image), false, true));
        }
    }

    private void addDatabase(String id) {
        switch (plan.database().topology()) {
            case MULTI_AZ_INSTANCE -> databases.add(database(id, true, true, 14, Map.of("rds.force_ssl", "1")));
            case MULTI_AZ_CLUSTER -> databaseClusters.add(cluster(id, "abc"));
        }
        stackResources
                .computeIfAbsent(
                        databases.isEmpty() ? "AWS::RDS::DBCluster" : "AWS::RDS::DBInstance", _ -> new TreeSet<>())
                .add(id);
    }

    /** @param letters of the zones of its members, the writer first */
    static Data.DatabaseCluster cluster(String id, String letters) {
        List<Data.Member> members = IntStream.range(0, letters.length())
                .mapToObj(i -> new Data.Member(
                        id + "-instance-" + (i + 1), "eu-central-1" + letters.charAt(i), "available", i == 0))
                .toList();
        return cluster(id, members, false, Map.of("rds.force_ssl", "1"));
    }

    static Data.DatabaseCluster cluster(
            String id, List<Data.Member> members, boolean open, Map<String, String> parameters) {
        return new Data.DatabaseCluster(
                id,
                "arn:aws:rds:eu-central-1:111122223333:cluster:" + id,
                "available",
                "17.6",
                "db.m6gd.large",
                true,
                members,
                "vpc-1",
                List.of("eu-central-1a", "eu-central-1b", "eu-central-1c"),
                true,
                KEY,
                open,
                true,
                14,
                "",
                parameters);
    }

    static Data.Database database(boolean multiAz, boolean protectedOne, int backups, Map<String, String> parameters) {
        return database("ess-demo", multiAz, protectedOne, backups, parameters);
    }

    static Data.Database database(
            String id, boolean multiAz, boolean protectedOne, int backups, Map<String, String> parameters) {
        return new Data.Database(
                id,
                "arn:aws:rds:eu-central-1:111122223333:db:" + id,
                "available",
                "postgres",
                "17.6",
                "db.m7g.large",
                multiAz,
                "eu-central-1a",
                multiAz ? "eu-central-1b" : "",
                "vpc-1",
                List.of("eu-central-1a", "eu-central-1b", "eu-central-1c"),
                protectedOne,
                protectedOne ? KEY : "",
                !protectedOne,
                protectedOne,
                backups,
                "",
                parameters);
    }

    static Data.Kafka kafka(List<String> brokerZones, Map<String, String> running) {
        return new Data.Kafka(
                "arn:aws:kafka:eu-central-1:111122223333:cluster/ess-demo/1",
                "ess-demo",
                "ACTIVE",
                "3.9.x",
                "kafka.m7g.large",
                "vpc-1",
                brokerZones,
                true,
                true,
                true,
                KEY,
                false,
                true,
                "arn:aws:kafka:eu-central-1:111122223333:configuration/ess-demo/1",
                1,
                new TreeMap<>(running));
    }

    static Data.Secret secret(String name) {
        return new Data.Secret(name, "arn:aws:secretsmanager:eu-central-1:111122223333:secret:" + name, KEY, true);
    }

    static Compute.Repository repository(String name, boolean open, boolean scanned) {
        return new Compute.Repository(
                name, "111122223333.dkr.ecr.eu-central-1.amazonaws.com/" + name, scanned, scanned, "KMS", open, 0);
    }

    private void addCompute() {
        cluster = Optional.of(cluster("1.33", List.of("198.51.100.0/24"), true));
    }

    static Compute.Cluster cluster(String version, List<String> apiCidrs, boolean careful) {
        return new Compute.Cluster(
                "ess-demo",
                "arn:aws:eks:eu-central-1:111122223333:cluster/ess-demo",
                "ACTIVE",
                version,
                "vpc-1",
                List.of("subnet-priv-a", "subnet-priv-b", "subnet-priv-c"),
                true,
                apiCidrs,
                careful,
                careful ? List.of("api", "audit", "authenticator") : List.of());
    }

    public Plan plan() {
        return plan;
    }

    /** Takes the permission to see one part away. */
    World hide(String part) {
        hidden = part;
        return this;
    }

    static <T> void replace(List<T> list, int at, UnaryOperator<T> change) {
        list.set(at, change.apply(list.get(at)));
    }

    private <T> Observed<T> part(String name, T value) {
        String source = "test:Describe" + name;
        return name.equals(hidden) ? new Unseen<>(source, Why.of(Why.Kind.DENIED, source)) : new Seen<>(value, source);
    }

    public Inventory inventory() {
        return new Inventory(
                Instant.parse("2026-11-01T12:00:00Z"),
                "111122223333",
                "eu-central-1",
                part("stacks", stacks),
                part("stackResources", stackResources),
                part("vpc", vpc),
                part("subnets", subnets),
                part("routeTables", routeTables),
                part("natGateways", natGateways),
                part("interfaces", interfaces),
                part("endpoints", endpoints),
                part("loadBalancers", loadBalancers),
                part("targetGroups", targetGroups),
                part("certificate", certificate),
                new Front(
                        part("balancerRules", balancerRules),
                        part("accelerator", accelerator),
                        part("gateway", gateway),
                        part("webAcl", webAcl),
                        part("gatewayCertificate", gatewayCertificate),
                        part("gatewayAddresses", gatewayAddresses),
                        part("healthChecks", healthChecks),
                        part("privateZone", privateZone)),
                part("records", records),
                part("lookups", lookups),
                part("databases", databases),
                part("databaseClusters", databaseClusters),
                part("kafka", kafka),
                part("bucket", bucket),
                part("secrets", secrets),
                part("key", key),
                part("cluster", cluster),
                part("nodeGroups", nodeGroups),
                part("addons", addons),
                part("nodes", nodes),
                part("scalingGroups", scalingGroups),
                part("repositories", repositories));
    }
}
