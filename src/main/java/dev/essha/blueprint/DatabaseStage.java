package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Resource.Policy;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DatabasePlan;
import java.util.List;

/**
 * PostgreSQL on Amazon RDS (R9): one instance with a synchronous standby in another zone. The logical databases of the
 * ESS services are made in it later, by the hand-over; so is the {@code pgvector} extension of the Search service, which
 * RDS ships and {@code CREATE EXTENSION vector} switches on: no parameter asks for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html">Multi-AZ
 *     instances</a>
 */
final class DatabaseStage implements StageTemplate.OfStack {

    private static final int PORT = 5432;
    private static final String MASTER_USER = "ess_admin";

    /** Covers the longest time that backups are kept: what a restored database did can be read beside it. */
    private static final int LOG_DAYS = 60;

    private static final int MONITORING_SECONDS = 60;

    @Override
    public StageId id() {
        return StageId.DATABASE;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef subnets = subnetGroup(stack);
        ResourceRef parameters = DatabaseParameters.add(stack);
        ResourceRef monitoring = monitoringRole(stack);
        ResourceRef[] logs = {logGroup(stack, "PostgresqlLog", "postgresql"), logGroup(stack, "UpgradeLog", "upgrade")};

        Resource instance = engine(stack, parameters);
        instance = reachability(stack, instance, subnets);
        instance = storage(stack, instance);
        instance = access(stack, instance);
        instance = backups(stack.plan().database(), instance);
        instance = observation(stack, instance, monitoring);
        deliver(stack, stack.add(instance.after(logs).stateful(Policy.SNAPSHOT, Policy.SNAPSHOT)));
    }

    private static ResourceRef subnetGroup(StackDraft stack) {
        return stack.add(Resource.of("SubnetGroup", "AWS::RDS::DBSubnetGroup")
                .with("DBSubnetGroupDescription", "The private subnets of every zone")
                .with("SubnetIds", stack.input(Output.PRIVATE_SUBNET_IDS)));
    }

    private static ResourceRef monitoringRole(StackDraft stack) {
        Statement trust = Statement.allow("Trust")
                .to(ServicePrincipal.RDS_MONITORING)
                .actions("sts:AssumeRole")
                .when("StringEquals", Fields.of("aws:SourceAccount", Pseudo.ACCOUNT_ID));
        Resource role = Roles.role(
                "MonitoringRole",
                "Enhanced Monitoring writes metrics of the database's operating system",
                PolicyDocument.of(trust));
        return stack.add(Roles.withManaged(role, "service-role/AmazonRDSEnhancedMonitoringRole"));
    }

    private static ResourceRef logGroup(StackDraft stack, String logicalId, String log) {
        String name = "/aws/rds/instance/" + stack.names().database() + "/" + log;
        return LogGroups.add(stack, logicalId, name, LOG_DAYS);
    }

    /**
     * Minor versions come by themselves, in the maintenance window: security fixes should not wait for a person, and the
     * standby is upgraded with the primary. Major versions need a decision.
     */
    private static Resource engine(StackDraft stack, ResourceRef parameters) {
        DatabasePlan plan = stack.plan().database();
        return Resource.of("Instance", "AWS::RDS::DBInstance")
                .with("DBInstanceIdentifier", stack.names().database())
                .with("Engine", "postgres")
                .with("EngineVersion", plan.engineVersion())
                .with("AutoMinorVersionUpgrade", true)
                .with("AllowMajorVersionUpgrade", false)
                .with("PreferredMaintenanceWindow", "sun:03:00-sun:04:00")
                .with("DBInstanceClass", plan.instanceClass())
                .with("DBParameterGroupName", parameters.ref());
    }

    private static Resource reachability(StackDraft stack, Resource instance, ResourceRef subnets) {
        return instance.with("MultiAZ", true)
                .with("DBSubnetGroupName", subnets.ref())
                .with("VPCSecurityGroups", Value.list(stack.input(Output.DATABASE_SECURITY_GROUP)))
                .with("PubliclyAccessible", false)
                .with("Port", Integer.toString(PORT))
                .with("CACertificateIdentifier", "rds-ca-rsa2048-g1");
    }

    private static Resource storage(StackDraft stack, Resource instance) {
        DatabasePlan plan = stack.plan().database();
        return instance.with("StorageType", "gp3")
                .with("AllocatedStorage", Integer.toString(plan.storageGiB()))
                .when(
                        plan.maxStorageGiB() > plan.storageGiB(),
                        i -> i.with("MaxAllocatedStorage", plan.maxStorageGiB()))
                .with("StorageEncrypted", true)
                .with("KmsKeyId", stack.input(Output.KEY_ARN));
    }

    /**
     * RDS makes the master password up, keeps it in Secrets Manager and rotates it: it is in no template and no event. IAM
     * sign-in is on for people and jobs that should not have a password at all; nobody has it before a policy says so.
     */
    private static Resource access(StackDraft stack, Resource instance) {
        return instance.with("MasterUsername", MASTER_USER)
                .with("ManageMasterUserPassword", true)
                .with("MasterUserSecret", Fields.of("KmsKeyId", stack.input(Output.KEY_ARN)))
                .with("EnableIAMDatabaseAuthentication", true);
    }

    private static Resource backups(DatabasePlan plan, Resource instance) {
        return instance.with("BackupRetentionPeriod", plan.backupDays())
                .with("PreferredBackupWindow", "01:00-02:00")
                .with("CopyTagsToSnapshot", true)
                .with("DeletionProtection", plan.deletionProtection());
    }

    /** Seven days of performance data are free of charge; the advanced mode is billed by vCPU. */
    private static Resource observation(StackDraft stack, Resource instance, ResourceRef monitoring) {
        return instance.with("EnableCloudwatchLogsExports", Value.texts("postgresql", "upgrade"))
                .with("DatabaseInsightsMode", "standard")
                .with("EnablePerformanceInsights", true)
                .with("PerformanceInsightsRetentionPeriod", 7)
                .with("PerformanceInsightsKMSKeyId", stack.input(Output.KEY_ARN))
                .with("MonitoringInterval", MONITORING_SECONDS)
                .with("MonitoringRoleArn", monitoring.att("Arn"));
    }

    private static void deliver(StackDraft stack, ResourceRef instance) {
        stack.deliver(Output.DATABASE_ENDPOINTS, List.of(instance.att("Endpoint.Address")));
        stack.deliver(Output.DATABASE_PORT, instance.att("Endpoint.Port"));
        stack.deliver(Output.DATABASE_MASTER_SECRET_ARNS, List.of(instance.att("MasterUserSecret.SecretArn")));
    }
}
