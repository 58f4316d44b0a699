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
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.RegistryPlan;
import dev.essha.plan.StoragePlan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.ZoneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans to render: one small, one large, and the small one with DNS elsewhere. */
enum Plans {
    PROOF_OF_CONCEPT {
        @Override
        Plan plan() {
            return new Plan(
                    new DeploymentName("proof"),
                    Optional.empty(),
                    new RegionName("eu-central-1"),
                    new TreeMap<>(),
                    new EssPlan(true, true, false),
                    network("10.40.0.0/16", 30),
                    new DomainPlan(new DomainName("ess.example.com"), DomainPlan.Dns.ROUTE53, Optional.empty()),
                    edge(List.of(Cidr.ANYWHERE)),
                    database("db.t4g.medium", 20, 100, 7, false),
                    messaging("kafka.t3.small", 50, MessagingPlan.Authentication.SCRAM, 30),
                    new StoragePlan(30, 7, false),
                    new ComputePlan("1.33", "m7g.xlarge", 1, 2, 50, List.of(Cidr.ANYWHERE), 30),
                    new RegistryPlan("docker.software.inrupt.com", REPOSITORIES, 10));
        }
    },
    PRODUCTION {
        @Override
        Plan plan() {
            return new Plan(
                    new DeploymentName("main"),
                    Optional.empty(),
                    new RegionName("eu-central-1"),
                    new TreeMap<>(Map.of("cost-center", "0042", "owner", "pods")),
                    new EssPlan(true, true, true),
                    network("10.40.0.0/16", 365),
                    new DomainPlan(
                            new DomainName("pods.example.org"), DomainPlan.Dns.ROUTE53, Optional.of("Z0123456789ABC")),
                    edge(List.of(Cidr.parse("198.51.100.0/24"), Cidr.parse("192.0.2.0/24"))),
                    database("db.m7g.large", 100, 1000, 35, true),
                    messaging("kafka.m7g.large", 500, MessagingPlan.Authentication.IAM, 365),
                    new StoragePlan(90, 7, true),
                    new ComputePlan("1.33", "m7g.2xlarge", 2, 4, 100, List.of(), 365),
                    new RegistryPlan("docker.software.inrupt.com", REPOSITORIES, 50));
        }
    },
    DNS_ELSEWHERE {
        @Override
        Plan plan() {
            Plan p = PROOF_OF_CONCEPT.plan();
            DomainPlan domain = new DomainPlan(p.domain().name(), DomainPlan.Dns.ELSEWHERE, Optional.empty());
            return new Plan(
                    p.name(),
                    p.account(),
                    p.region(),
                    p.tags(),
                    p.ess(),
                    p.network(),
                    domain,
                    p.edge(),
                    p.database(),
                    p.messaging(),
                    p.storage(),
                    p.compute(),
                    p.registry());
        }
    };

    private static final List<String> REPOSITORIES = List.of(
            "ess-access-grant-service", "ess-authorization-service", "ess-openid-service", "ess-storage-service");

    abstract Plan plan();

    ValidPlan valid() {
        return ValidPlan.of(plan());
    }

    Blueprint blueprint() {
        return Blueprint.of(valid());
    }

    /** The name as directories and messages show it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static NetworkPlan network(String cidr, int logDays) {
        List<Cidr> parts = Cidr.parse(cidr).split(20);
        List<NetworkPlan.Zone> zones = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ZoneName name = new ZoneName("eu-central-1" + "abc".charAt(i));
            zones.add(new NetworkPlan.Zone(name, parts.get(i), parts.get(i + 4)));
        }
        return new NetworkPlan(Cidr.parse(cidr), zones, NetworkPlan.Egress.NAT_PER_ZONE, logDays);
    }

    private static EdgePlan edge(List<Cidr> allowed) {
        return new EdgePlan(
                EdgePlan.LoadBalancing.SINGLE,
                EdgePlan.Gateway.NONE,
                allowed,
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                30443);
    }

    private static DatabasePlan database(String type, int gib, int maxGib, int backupDays, boolean protection) {
        return new DatabasePlan(
                DatabasePlan.Topology.MULTI_AZ_INSTANCE,
                DatabasePlan.Sharing.SHARED,
                "17.6",
                type,
                gib,
                maxGib,
                backupDays,
                protection);
    }

    private static MessagingPlan messaging(
            String type, int gib, MessagingPlan.Authentication authentication, int logDays) {
        return new MessagingPlan("3.9.x", type, 1, gib, authentication, logDays);
    }
}
