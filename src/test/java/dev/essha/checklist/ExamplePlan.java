package dev.essha.checklist;

import dev.essha.plan.AccountId;
import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.RegistryPlan;
import dev.essha.plan.StoragePlan;
import dev.essha.plan.ZoneName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A plan that could be anybody's. */
public final class ExamplePlan {

    private ExamplePlan() {}

    public static Plan inRoute53() {
        return with(new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.empty()));
    }

    public static Plan elsewhere() {
        return with(new DomainPlan(new DomainName("ess.example.com"), Dns.ELSEWHERE, Optional.empty()));
    }

    public static Plan with(DomainPlan domain) {
        return with(
                domain,
                new EdgePlan(
                        EdgePlan.LoadBalancing.SINGLE,
                        EdgePlan.Gateway.NONE,
                        List.of(Cidr.ANYWHERE),
                        "ELBSecurityPolicy-TLS13-1-2-2021-06",
                        30443));
    }

    public static Plan with(DomainPlan domain, EdgePlan edge) {
        return new Plan(
                new DeploymentName("demo"),
                Optional.of(new AccountId("111122223333")),
                new RegionName("eu-central-1"),
                new TreeMap<>(),
                new EssPlan(true, true, false),
                new NetworkPlan(Cidr.parse("10.40.0.0/16"), zones(3), NetworkPlan.Egress.NAT_PER_ZONE, 30),
                domain,
                edge,
                new DatabasePlan(
                        DatabasePlan.Topology.MULTI_AZ_INSTANCE,
                        DatabasePlan.Sharing.SHARED,
                        "17.6",
                        "db.m7g.large",
                        100,
                        500,
                        14,
                        true),
                new MessagingPlan("3.9.x", "kafka.m7g.large", 1, 200, MessagingPlan.Authentication.SCRAM, 30),
                new StoragePlan(30, 7, false),
                new ComputePlan("1.33", "m7g.xlarge", 1, 3, 100, List.of(Cidr.parse("198.51.100.0/24")), 30),
                new RegistryPlan("docker.software.inrupt.com", List.of("ess-storage", "ess-openid"), 10));
    }

    public static Plan withDatabase(DatabasePlan.Topology topology, DatabasePlan.Sharing sharing) {
        Plan p = inRoute53();
        boolean clusters = topology == DatabasePlan.Topology.MULTI_AZ_CLUSTER;
        String instanceClass = clusters ? "db.m6gd.large" : "db.m7g.large";
        return changed(
                p,
                p.network(),
                new DatabasePlan(topology, sharing, "17.6", instanceClass, 100, clusters ? 100 : 500, 14, true));
    }

    public static Plan withZones(int count) {
        Plan p = inRoute53();
        NetworkPlan network = new NetworkPlan(
                p.network().vpcCidr(),
                zones(count),
                p.network().egress(),
                p.network().flowLogDays());
        return changed(p, network, p.database());
    }

    private static Plan changed(Plan p, NetworkPlan network, DatabasePlan database) {
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                p.tags(),
                p.ess(),
                network,
                p.domain(),
                p.edge(),
                database,
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }

    private static List<NetworkPlan.Zone> zones(int count) {
        List<Cidr> parts = Cidr.parse("10.40.0.0/16").split(20);
        return IntStream.range(0, count)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName("eu-central-1" + "abcdef".charAt(i)), parts.get(i), parts.get(8 + i)))
                .toList();
    }
}
