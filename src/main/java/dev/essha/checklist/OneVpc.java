package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Cluster;
import dev.essha.inventory.Data.Database;
import dev.essha.inventory.Data.DatabaseCluster;
import dev.essha.inventory.Data.Kafka;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Vpc;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** R1: everything that the deployment consists of is in its VPC. */
final class OneVpc {

    private static final String DATABASES = "AWS::RDS::DBInstance";
    private static final String DATABASE_CLUSTERS = "AWS::RDS::DBCluster";
    private static final String LOAD_BALANCERS = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private final String vpcId;
    private final Facts facts = new Facts();

    private OneVpc(Vpc vpc) {
        this.vpcId = vpc.id();
        facts.note("vpc.is", vpc.id(), vpc.cidr());
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return Ruling.onThe(Phrase.of("missing.vpc"), seen.vpc(), vpc -> new OneVpc(vpc).judgeAll(plan, seen));
    }

    private Ruling judgeAll(Plan plan, Inventory seen) {
        facts.lookAt(
                        seen.stackResources(),
                        resources -> compareDatabases(plan, seen, resources)
                                .lookAt(seen.loadBalancers(), all -> compare(LOAD_BALANCERS, resources, arns(all))))
                .lookAt(seen.kafka(), this::placeKafka)
                .lookAt(seen.cluster(), this::placeCluster);
        return facts.ruling();
    }

    private Facts compareDatabases(Plan plan, Inventory seen, Map<String, SortedSet<String>> resources) {
        return DatabaseTopology.isOfClusters(plan)
                ? facts.lookAt(seen.databaseClusters(), all -> compare(DATABASE_CLUSTERS, resources, clusterIds(all)))
                : facts.lookAt(seen.databases(), all -> compare(DATABASES, resources, databaseIds(all)));
    }

    private void placeKafka(Optional<Kafka> kafka) {
        kafka.ifPresent(k -> place("vpc.kafka-in", k.name(), k.vpcId()));
    }

    private void placeCluster(Optional<Cluster> cluster) {
        cluster.ifPresent(c -> place("vpc.cluster-in", c.name(), c.vpcId()));
    }

    private void place(String fact, String name, String where) {
        facts.check(vpcId.equals(where), fact, name, where);
    }

    /** These are searched for in the VPC only, so what the stacks hold and was not found there is elsewhere, or gone. */
    private void compare(String type, Map<String, SortedSet<String>> resources, List<String> inVpc) {
        Set<String> held = resources.getOrDefault(type, Collections.emptySortedSet());
        held.forEach(id -> {
            boolean found = containsIgnoringCase(inVpc, id);
            facts.check(found, found ? "vpc.holds" : "vpc.lacks", id, vpcId);
        });
        if (held.isEmpty()) {
            facts.check(false, "vpc.no-such", type);
        }
    }

    /** RDS keeps identifiers in lower case, whatever was asked for. */
    private static boolean containsIgnoringCase(Collection<String> ids, String id) {
        return ids.stream().anyMatch(id::equalsIgnoreCase);
    }

    private static List<String> databaseIds(List<Database> databases) {
        return databases.stream().map(Database::id).toList();
    }

    private static List<String> clusterIds(List<DatabaseCluster> clusters) {
        return clusters.stream().map(DatabaseCluster::id).toList();
    }

    private static List<String> arns(List<LoadBalancer> balancers) {
        return balancers.stream().map(LoadBalancer::arn).toList();
    }
}
