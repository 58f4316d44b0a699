package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Resource.Policy;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabaseServer;

/**
 * A Multi-AZ DB cluster: a writer and two readers, each in a zone of its own. RDS chooses three of the subnet group's
 * zones and makes the members itself; settings of members are settings of the cluster.
 *
 * <p>Storage does not grow by itself as an instance's does; a larger plan makes it grow in place.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html">Multi-AZ DB
 *     clusters</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.Limitations.html">What
 *     they lack</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html">The
 *     resource, with an example of one on gp3</a>
 */
final class DatabaseCluster {

    /**
     * From this size on, in GiB, RDS stripes gp3 over four volumes and wants to be told the IOPS of a cluster; below it
     * RDS refuses a number, whatever the property's description says.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage">gp3</a>
     */
    private static final int STRIPED_GIB = 400;

    /** What goes with the size at no charge. */
    private static final int STRIPED_IOPS = 12_000;

    private DatabaseCluster() {}

    static ResourceRef add(StackDraft stack, DatabaseServer server, DatabaseSurroundings around) {
        DatabasePlan plan = stack.plan().database();
        ResourceRef[] logs = DatabaseTraits.logs(stack, server, "cluster", "Cluster");

        Resource cluster = Resource.of(DatabaseTraits.logicalId("Cluster", server), "AWS::RDS::DBCluster")
                .with("DBClusterIdentifier", server.identifier());
        cluster = DatabaseTraits.engine(plan, cluster);
        cluster = capacity(plan, cluster, around);
        cluster = reachability(stack, cluster, around);
        cluster = DatabaseTraits.encryption(stack, cluster);
        cluster = DatabaseTraits.access(stack, cluster);
        cluster = DatabaseTraits.backups(plan, cluster);
        cluster = observation(stack, cluster, around);
        return stack.add(cluster.after(logs).stateful(Policy.SNAPSHOT, Policy.SNAPSHOT));
    }

    /** The storage is each member's. */
    private static Resource capacity(DatabasePlan plan, Resource cluster, DatabaseSurroundings around) {
        return cluster.with("DBClusterInstanceClass", plan.instanceClass())
                .with("DBClusterParameterGroupName", around.parameters().ref())
                .with("StorageType", "gp3")
                .with("AllocatedStorage", plan.storageGiB())
                .when(plan.storageGiB() >= STRIPED_GIB, c -> c.with("Iops", STRIPED_IOPS));
    }

    private static Resource reachability(StackDraft stack, Resource cluster, DatabaseSurroundings around) {
        return cluster.with("DBSubnetGroupName", around.subnets().ref())
                .with("VpcSecurityGroupIds", Value.list(stack.input(Output.DATABASE_SECURITY_GROUP)))
                .with("PubliclyAccessible", false)
                .with("Port", DatabaseTraits.PORT);
    }

    private static Resource observation(StackDraft stack, Resource cluster, DatabaseSurroundings around) {
        return DatabaseTraits.observation(around, cluster)
                .with("PerformanceInsightsEnabled", true)
                .with("PerformanceInsightsRetentionPeriod", DatabaseTraits.INSIGHTS_DAYS)
                .with("PerformanceInsightsKmsKeyId", stack.input(Output.KEY_ARN));
    }
}
