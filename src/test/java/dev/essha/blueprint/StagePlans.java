package dev.essha.blueprint;

import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.MessagingPlan.Authentication;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.RegistryPlan;
import dev.essha.plan.StoragePlan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A plan with the settings that decide about the shape of templates open to the tests. */
final class StagePlans {

    int zones = 3;
    EssPlan ess = new EssPlan(true, true, false);
    DatabasePlan.Topology topology = DatabasePlan.Topology.MULTI_AZ_INSTANCE;
    DatabasePlan.Sharing sharing = DatabasePlan.Sharing.SHARED;
    String engineVersion = "17.6";
    String databaseClass = "db.m7g.large";
    int storageGiB = 100;
    int maxStorageGiB = 500;
    boolean deletionProtection = true;
    String brokerType = "kafka.m7g.large";
    int brokersPerZone = 1;
    int brokerStorageGiB = 100;
    Authentication authentication = Authentication.SCRAM;
    String instanceType = "m7i.xlarge";
    int nodesPerZone = 2;
    int maxNodesPerZone = 4;
    List<Cidr> apiCidrs = List.of();
    DomainPlan.Dns dns = DomainPlan.Dns.ROUTE53;
    Optional<String> hostedZoneId = Optional.empty();
    boolean apex = false;
    boolean privateZone = false;
    EdgePlan.LoadBalancing loadBalancing = EdgePlan.LoadBalancing.SINGLE;
    EdgePlan.Gateway gateway = EdgePlan.Gateway.NONE;
    List<Cidr> allowedCidrs = List.of(Cidr.ANYWHERE);
    /** What else is different. */
    UnaryOperator<Plan> change = UnaryOperator.identity();

    /** The stack that a stage makes of it. */
    Rendered render(StageTemplate stage) {
        return new Rendered((Work.Stack) stage.work(plan()));
    }

    ValidPlan plan() {
        return ValidPlan.of(change.apply(usual().plan()));
    }

    private ValidPlan usual() {
        return ValidPlan.of(new Plan(
                new DeploymentName("acme"),
                Optional.empty(),
                new RegionName("eu-central-1"),
                new TreeMap<>(Map.of("team", "solid")),
                ess,
                network(),
                new DomainPlan(new DomainName("ess.example.com"), dns, hostedZoneId, apex, privateZone),
                new EdgePlan(
                        loadBalancing, gateway, 10_000, allowedCidrs, "ELBSecurityPolicy-TLS13-1-2-2021-06", 30443),
                database(),
                new MessagingPlan("3.9.x", brokerType, brokersPerZone, brokerStorageGiB, authentication, 30),
                new StoragePlan(30, 7, true),
                new ComputePlan("1.33", instanceType, nodesPerZone, maxNodesPerZone, 100, apiCidrs, 90),
                new RegistryPlan("docker.software.inrupt.com", List.of("ess-storage"), 10)));
    }

    private NetworkPlan network() {
        List<Cidr> parts = Cidr.parse("10.40.0.0/16").split(20);
        List<NetworkPlan.Zone> all = IntStream.range(0, zones)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName("eu-central-1" + (char) ('a' + i)), parts.get(i), parts.get(8 + i)))
                .toList();
        return new NetworkPlan(Cidr.parse("10.40.0.0/16"), all, NetworkPlan.Egress.NAT_PER_ZONE, 30);
    }

    private DatabasePlan database() {
        return new DatabasePlan(
                topology, sharing, engineVersion, databaseClass, storageGiB, maxStorageGiB, 14, deletionProtection);
    }
}
