package dev.essha.checklist;

import dev.essha.inventory.Inventory;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Every check of the HA checklist, in order of requirement; to add one is to add a line here and its three sentences. */
public final class Checklist {

    static final List<Check<Plan, Inventory>> CHECKS = List.of(
            new Check<>("R1-one-vpc", OneVpc::judge),
            ofVpc("R2-three-zones", NetworkChecks::threeZones),
            ofVpc("R3-subnets", NetworkChecks::subnetsPerZone),
            new Check<Plan, Inventory>("R4-public-subnets", PublicSubnets::judge)
                    .wordedFor("nat-per-zone", p -> p.network().egress() == Egress.NAT_PER_ZONE)
                    .wordedFor("existing-vpc", OwnSubnets::areNamed),
            ofGateway("R5-gateway", GatewayChecks::gateway),
            new Check<>("R5-web-acl", GatewayChecks::webAcl),
            ofBalancers("R6-load-balancer", EdgeChecks::loadBalancer),
            new Check<>("R6-accelerator", AcceleratorChecks::accelerator),
            new Check<>("R6-tls-listener", EdgeChecks::tlsListener),
            ofBalancers("R6-nodes-registered", EdgeChecks::nodesRegistered),
            ofBalancers("R7-public-name", DnsChecks::publicName),
            ofNames("R8-domain", DnsChecks::domain),
            ofNames("R8-wildcard", DnsChecks::wildcard),
            new Check<>("R8-zone-records", ZoneRecords::judge),
            new Check<>("R8-private-zone", PrivateZoneCheck::judge),
            ofDatabase("R9-multi-az", DatabaseTopology::judge),
            ofDatabase("R9-subnet-zones", DatabaseChecks::subnetZones),
            new Check<>("R9-databases", DatabaseChecks::serviceDatabases),
            new Check<>("R10-bucket", StorageChecks::bucket),
            new Check<>("R11-brokers", KafkaChecks::brokers),
            new Check<>("R12-auto-creation", KafkaChecks::autoCreation),
            new Check<>("R13-secrets", TrustChecks::secrets),
            new Check<>("R13-certificate", TrustChecks::certificate),
            new Check<>("R14-repositories", RegistryChecks::repositories),
            new Check<>("R15-registry", RegistryChecks::neededOnlyAtStart),
            new Check<>("practice-stacks", NetworkChecks::stacks),
            ofGateway("practice-access", Access::judge).wordedFor("accelerator", AcceleratorChecks::concern),
            new Check<>("practice-egress", EgressChecks::wayOut)
                    .wordedFor("regional-nat", p -> p.network().egress() == Egress.REGIONAL_NAT)
                    .wordedFor("none", p -> p.network().egress() == Egress.NONE)
                    .wordedFor("existing-vpc", OwnSubnets::areNamed),
            ofVpc("practice-s3-endpoint", EgressChecks::s3Endpoint)
                    .wordedFor("none", p -> p.network().egress() == Egress.NONE),
            new Check<>("practice-database-status", DatabaseChecks::available),
            new Check<>("practice-database-encryption", DatabaseChecks::encrypted),
            ofDatabase("practice-database-private", DatabaseChecks::notPublic),
            new Check<>("practice-database-tls", DatabaseChecks::tlsForced),
            new Check<>("practice-database-backups", DatabaseChecks::backups),
            new Check<>("practice-database-deletion", DatabaseChecks::deletionProtection),
            new Check<>("practice-bucket-versions", StorageChecks::versioned),
            new Check<>("practice-bucket-encryption", StorageChecks::encrypted),
            new Check<>("practice-bucket-private", StorageChecks::notPublic),
            new Check<>("practice-bucket-tls", StorageChecks::tlsOnly),
            new Check<>("practice-kafka-tls", KafkaChecks::tls),
            new Check<>("practice-kafka-access", KafkaChecks::access),
            new Check<>("practice-kafka-durability", KafkaChecks::durability),
            new Check<>("practice-kafka-logs", KafkaChecks::logged),
            new Check<>("practice-cluster-version", ClusterChecks::version),
            new Check<>("practice-node-groups", ClusterChecks::groupPerZone),
            new Check<>("practice-nodes", ClusterChecks::nodes),
            new Check<>("practice-node-replacement", ClusterChecks::replacements),
            new Check<>("practice-cluster-secrets", ClusterChecks::secretsEncrypted),
            new Check<>("practice-cluster-logs", ClusterChecks::logged),
            new Check<>("practice-cluster-api", ClusterChecks::apiClosed),
            new Check<>("practice-addons", ClusterChecks::addons),
            new Check<>("practice-key-rotation", TrustChecks::keyRotation),
            new Check<>("practice-image-scan", RegistryChecks::scannedAndImmutable));

    /** Checks of what some plans do not have; a pass there would say nothing. */
    private static final Map<String, Predicate<Plan>> ONLY_WITH = Map.of(
            "R5-web-acl", GatewayChecks::concern,
            "R6-accelerator", AcceleratorChecks::concern,
            "R8-zone-records", ZoneRecords::concern,
            "R8-private-zone", PrivateZoneCheck::concerns);

    private Checklist() {}

    /** One of an instance, with other words for a cluster. */
    private static Check<Plan, Inventory> ofDatabase(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return new Check<>(id, judgment).wordedFor("cluster", DatabaseTopology::isOfClusters);
    }

    /** One of a VPC that the deployment made, with other words for one that was there before. */
    private static Check<Plan, Inventory> ofVpc(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return new Check<>(id, judgment).wordedFor("existing-vpc", OwnSubnets::areNamed);
    }

    /** One of the load balancers, with other words where each zone has one. */
    private static Check<Plan, Inventory> ofBalancers(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return new Check<>(id, judgment)
                .wordedFor("zones", plan -> plan.edge().loadBalancing() != LoadBalancing.SINGLE);
    }

    /** One of the names, with other words for what they lead to. */
    private static Check<Plan, Inventory> ofNames(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return ofGateway(id, judgment)
                .wordedFor("accelerator", AcceleratorChecks::concern)
                .wordedFor("zones", ZoneRecords::concern);
    }

    private static Check<Plan, Inventory> ofGateway(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return new Check<>(id, judgment).wordedFor("gateway", GatewayChecks::concern);
    }

    /** Judges what was observed against what was asked for; the same input gives the same findings in the same order. */
    public static List<Finding> judge(Plan plan, Inventory inventory) {
        return judge(plan, inventory, Locale.ROOT);
    }

    /**
     * The same in another language. Names and states in what was seen stay in the words of AWS.
     *
     * @param language English where there is no translation
     */
    public static List<Finding> judge(Plan plan, Inventory inventory, Locale language) {
        Texts texts = Texts.of(language);
        return CHECKS.stream()
                .filter(c -> ONLY_WITH.getOrDefault(c.id(), _ -> true).test(plan))
                .map(c -> c.judge(plan, inventory, texts))
                .toList();
    }
}
