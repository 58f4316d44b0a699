package dev.essha.checklist;

import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Every check of the HA checklist, in order of requirement; to add one is to add a line here and its three sentences. */
public final class Checklist {

    static final List<Check<Plan, Inventory>> CHECKS = List.of(
            new Check<>("R1-one-vpc", OneVpc::judge),
            new Check<>("R2-three-zones", NetworkChecks::threeZones),
            new Check<>("R3-subnets", NetworkChecks::subnetsPerZone),
            new Check<>("R4-public-subnets", PublicSubnets::judge),
            new Check<>("R5-gateway", EdgeChecks::gateway),
            new Check<>("R6-load-balancer", EdgeChecks::loadBalancer),
            new Check<>("R6-tls-listener", EdgeChecks::tlsListener),
            new Check<>("R6-nodes-registered", EdgeChecks::nodesRegistered),
            new Check<>("R7-public-name", DnsChecks::publicName),
            new Check<>("R8-domain", DnsChecks::domain),
            new Check<>("R8-wildcard", DnsChecks::wildcard),
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
            new Check<>("practice-egress", EgressChecks::natPerZone),
            new Check<>("practice-s3-endpoint", EgressChecks::s3Endpoint),
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

    private Checklist() {}

    /** One of an instance, with other words for a cluster. */
    private static Check<Plan, Inventory> ofDatabase(String id, BiFunction<Plan, Inventory, Ruling> judgment) {
        return new Check<>(id, judgment).wordedFor("cluster", DatabaseTopology::isOfClusters);
    }

    /** Judges what was observed against what was asked for; the same input gives the same findings in the same order. */
    public static List<Finding> judge(Plan plan, Inventory inventory) {
        Texts texts = Texts.of(Locale.ROOT);
        return CHECKS.stream().map(c -> c.judge(plan, inventory, texts)).toList();
    }
}
