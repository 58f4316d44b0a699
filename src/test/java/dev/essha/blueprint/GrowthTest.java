package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.EssPlan;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A deployment that grows keeps what it has: nothing leaves a template, and of what stands only those properties change
 * that CloudFormation changes in place.
 *
 * <p>None of the properties named here is among the {@code createOnlyProperties} of its type in the registry's schemas,
 * as cfn-lint 1.51.0 has them; the subnets of the brokers and of node groups, for two, are.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html">Resource type
 *     schemas</a>
 */
class GrowthTest {

    private static final Map<String, StageTemplate.OfStack> STAGES =
            Map.of("database", new DatabaseStage(), "messaging", new MessagingStage(), "compute", new ComputeStage());

    private final StagePlans plan = new StagePlans();

    /** @param changes {@code stage/Resource.Property}, of everything that stood before */
    private record Growth(String what, Consumer<StagePlans> grow, Set<String> changes) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Growth> ofAny() {
        return Stream.of(
                growth("more brokers", p -> p.brokersPerZone = 2, "messaging/Cluster.NumberOfBrokerNodes"),
                growth(
                        "larger brokers",
                        p -> p.brokerType = "kafka.m7g.xlarge",
                        "messaging/Cluster.BrokerNodeGroupInfo.InstanceType"),
                growth(
                        "more storage for brokers",
                        p -> p.brokerStorageGiB = 250,
                        "messaging/Cluster.BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize"),
                growth(
                        "more nodes",
                        p -> p.nodesPerZone = 3,
                        Stream.of("A", "B", "C")
                                .flatMap(zone -> Stream.of("DesiredSize", "MinSize")
                                        .map(size -> "compute/Nodes" + zone + ".ScalingConfig." + size))
                                .toArray(String[]::new)),
                growth(
                        "larger nodes",
                        p -> p.instanceType = "m7i.2xlarge",
                        "compute/NodeTemplate.LaunchTemplateData.InstanceType"),
                growth("a fourth zone", p -> p.zones = 4),
                growth("three zones more", p -> p.zones = 6));
    }

    static Stream<Growth> ofInstances() {
        return Stream.of(
                growth("more storage", p -> p.storageGiB = 200, "database/Instance.AllocatedStorage"),
                growth("more room to grow", p -> p.maxStorageGiB = 900, "database/Instance.MaxAllocatedStorage"),
                growth("a larger class", p -> p.databaseClass = "db.m7g.xlarge", "database/Instance.DBInstanceClass"),
                growth("a minor version", p -> p.engineVersion = "17.9", "database/Instance.EngineVersion"),
                growth("a service more", p -> p.ess = new EssPlan(true, true, true)));
    }

    static Stream<Growth> ofClusters() {
        return Stream.of(
                growth("more storage", p -> p.storageGiB = p.maxStorageGiB = 200, "database/Cluster.AllocatedStorage"),
                growth(
                        "a larger class",
                        p -> p.databaseClass = "db.m6gd.xlarge",
                        "database/Cluster.DBClusterInstanceClass"),
                growth("a minor version", p -> p.engineVersion = "17.9", "database/Cluster.EngineVersion"));
    }

    private static Growth growth(String what, Consumer<StagePlans> grow, String... changes) {
        return new Growth(what, grow, Set.of(changes));
    }

    @ParameterizedTest
    @MethodSource({"ofAny", "ofInstances"})
    void aDeploymentWithASharedInstanceGrowsInPlace(Growth growth) {
        assertThat(changesBy(growth)).isEqualTo(growth.changes());
    }

    @ParameterizedTest
    @MethodSource({"ofAny", "ofClusters"})
    void aDeploymentWithAClusterGrowsInPlace(Growth growth) {
        plan.topology = Topology.MULTI_AZ_CLUSTER;
        plan.databaseClass = "db.m6gd.large";
        plan.maxStorageGiB = plan.storageGiB;

        assertThat(changesBy(growth)).isEqualTo(growth.changes());
    }

    @ParameterizedTest
    @MethodSource("ofInstances")
    void aDeploymentWithAnInstanceForEachServiceGrowsInPlace(Growth growth) {
        plan.sharing = Sharing.PER_SERVICE;

        Set<String> changes = new TreeSet<>();
        changesBy(growth).forEach(c -> changes.add(c.replaceFirst("Instance[A-Z]\\w+\\.", "Instance.")));
        assertThat(changes).isEqualTo(growth.changes());
    }

    private Set<String> changesBy(Growth growth) {
        Set<String> changes = new TreeSet<>();
        Map<String, Map<?, ?>> before = properties();
        growth.grow().accept(plan);
        Map<String, Map<?, ?>> after = properties();
        before.forEach((stage, old) -> compare(stage + "/", old, after.get(stage), changes));
        return changes;
    }

    private Map<String, Map<?, ?>> properties() {
        return STAGES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, stage -> properties(plan.render(stage.getValue()))));
    }

    private static Map<?, ?> properties(Rendered stack) {
        return stack.stack().resources().stream().collect(Collectors.toMap(Work.Resource::logicalId, r ->
                (Map<?, ?>) stack.at("Resources." + r.logicalId() + ".Properties")));
    }

    /** What is new is no change of what stood. */
    private static void compare(String path, Object before, Object after, Set<String> changes) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            old.forEach((key, value) -> compare(path + key + ".", value, now.get(key), changes));
        } else if (!before.equals(after)) {
            changes.add(path.substring(0, path.length() - 1));
        }
    }
}
