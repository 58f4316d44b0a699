package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Resource.Policy;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabaseServer;

/**
 * An instance with a synchronous standby in another zone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html">Multi-AZ
 *     instances</a>
 */
final class DatabaseInstance {

    private DatabaseInstance() {}

    static ResourceRef add(StackDraft stack, DatabaseServer server, DatabaseSurroundings around) {
        DatabasePlan plan = stack.plan().database();
        ResourceRef[] logs = DatabaseTraits.logs(stack, server, "instance", "");

        Resource instance = Resource.of(DatabaseTraits.logicalId("Instance", server), "AWS::RDS::DBInstance")
                .with("DBInstanceIdentifier", server.identifier());
        instance = DatabaseTraits.engine(plan, instance);
        instance = capacity(plan, instance, around);
        instance = reachability(stack, instance, around);
        instance = storage(stack, instance);
        instance = DatabaseTraits.access(stack, instance);
        instance = DatabaseTraits.backups(plan, instance);
        instance = observation(stack, instance, around);
        return stack.add(instance.after(logs).stateful(Policy.SNAPSHOT, Policy.SNAPSHOT));
    }

    private static Resource capacity(DatabasePlan plan, Resource instance, DatabaseSurroundings around) {
        return instance.with("AllowMajorVersionUpgrade", false)
                .with("DBInstanceClass", plan.instanceClass())
                .with("DBParameterGroupName", around.parameters().ref());
    }

    private static Resource reachability(StackDraft stack, Resource instance, DatabaseSurroundings around) {
        return instance.with("MultiAZ", true)
                .with("DBSubnetGroupName", around.subnets().ref())
                .with("VPCSecurityGroups", Value.list(stack.input(Output.DATABASE_SECURITY_GROUP)))
                .with("PubliclyAccessible", false)
                .with("Port", Integer.toString(DatabaseTraits.PORT))
                .with("CACertificateIdentifier", "rds-ca-rsa2048-g1");
    }

    private static Resource storage(StackDraft stack, Resource instance) {
        DatabasePlan plan = stack.plan().database();
        Resource stored = instance.with("StorageType", "gp3")
                .with("AllocatedStorage", Integer.toString(plan.storageGiB()))
                .when(
                        plan.maxStorageGiB() > plan.storageGiB(),
                        i -> i.with("MaxAllocatedStorage", plan.maxStorageGiB()));
        return DatabaseTraits.encryption(stack, stored);
    }

    private static Resource observation(StackDraft stack, Resource instance, DatabaseSurroundings around) {
        return DatabaseTraits.observation(around, instance)
                .with("EnablePerformanceInsights", true)
                .with("PerformanceInsightsRetentionPeriod", DatabaseTraits.INSIGHTS_DAYS)
                .with("PerformanceInsightsKMSKeyId", stack.input(Output.KEY_ARN));
    }
}
