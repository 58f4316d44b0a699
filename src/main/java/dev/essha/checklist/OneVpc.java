package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Cluster;
import dev.essha.inventory.Data.Database;
import dev.essha.inventory.Data.Kafka;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Vpc;
import dev.essha.inventory.Observed;
import dev.essha.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** R1: everything that the deployment consists of is in its VPC. */
final class OneVpc {

    private final String vpcId;
    private final Facts facts = new Facts();

    private OneVpc(Vpc vpc) {
        this.vpcId = vpc.id();
        facts.note("the VPC is " + vpc.id() + " with " + vpc.cidr());
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return Ruling.onThe("the VPC", seen.vpc(), vpc -> new OneVpc(vpc).judge(seen));
    }

    private Ruling judge(Inventory seen) {
        facts.lookAt(seen.databases(), all -> all.forEach(d -> place("database " + d.id(), d.vpcId())))
                .lookAt(seen.loadBalancers(), all -> all.forEach(l -> place("load balancer " + l.name(), l.vpcId())))
                .lookAt(seen.kafka(), this::placeKafka)
                .lookAt(seen.cluster(), this::placeCluster)
                .lookAt(seen.stackResources(), resources -> placeRest(resources, seen));
        return facts.ruling();
    }

    private void placeKafka(Optional<Kafka> kafka) {
        kafka.ifPresent(k -> place("Kafka cluster " + k.name(), k.vpcId()));
    }

    private void placeCluster(Optional<Cluster> cluster) {
        cluster.ifPresent(c -> place("Kubernetes cluster " + c.name(), c.vpcId()));
    }

    private void place(String part, String where) {
        facts.check(vpcId.equals(where), part + " is in " + where);
    }

    /** What the stacks hold and was not found when the VPC was searched. */
    private void placeRest(Map<String, String> resources, Inventory seen) {
        elsewhere(resources, "AWS::RDS::DBInstance", seen.databases().map(OneVpc::databaseIds));
        elsewhere(
                resources,
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                seen.loadBalancers().map(OneVpc::arns));
    }

    private void elsewhere(Map<String, String> resources, String type, Observed<List<String>> found) {
        if (found instanceof Observed.Seen<List<String>>(List<String> ids, String _)) {
            resources.entrySet().stream()
                    .filter(r -> r.getValue().equals(type) && !containsIgnoringCase(ids, r.getKey()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(id -> facts.check(false, id + " belongs to the deployment and was not found in the VPC"));
        }
    }

    /** RDS keeps identifiers in lower case, whatever was asked for. */
    private static boolean containsIgnoringCase(Collection<String> ids, String id) {
        return ids.stream().anyMatch(id::equalsIgnoreCase);
    }

    private static List<String> databaseIds(List<Database> databases) {
        return databases.stream().map(Database::id).toList();
    }

    private static List<String> arns(List<LoadBalancer> balancers) {
        return balancers.stream().map(LoadBalancer::arn).toList();
    }
}
