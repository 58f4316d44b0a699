package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabaseServer;
import java.util.stream.Stream;

/** What RDS wants to know of instances and of clusters alike, under the same names. */
final class DatabaseTraits {

    static final int PORT = 5432;

    /** Days of performance data that are free of charge; the advanced mode is billed by vCPU. */
    static final int INSIGHTS_DAYS = 7;

    private static final String MASTER_USER = "ess_admin";
    private static final int MONITORING_SECONDS = 60;

    /** Covers the longest time that backups are kept: what a restored database did can be read beside it. */
    private static final int LOG_DAYS = 60;

    private DatabaseTraits() {}

    /** A logical id, with the service's name where the server is one service's own. */
    static String logicalId(String what, DatabaseServer server) {
        return server.owner()
                .map(service -> what + LogicalIds.camelCase(service.label()))
                .orElse(what);
    }

    /**
     * The groups that RDS writes the server's logs into.
     *
     * @param kind {@code instance} or {@code cluster}, as RDS has it in the names
     * @param prefix of the logical ids
     */
    static ResourceRef[] logs(StackDraft stack, DatabaseServer server, String kind, String prefix) {
        String folder = "/aws/rds/" + kind + "/" + server.identifier() + "/";
        return Stream.of("postgresql", "upgrade")
                .map(log -> LogGroups.add(
                        stack, logicalId(prefix + LogicalIds.camelCase(log) + "Log", server), folder + log, LOG_DAYS))
                .toArray(ResourceRef[]::new);
    }

    /**
     * Minor versions come by themselves, in the maintenance window: security fixes should not wait for a person, and
     * standbys are upgraded with the primary. Major versions need a decision.
     */
    static Resource engine(DatabasePlan plan, Resource server) {
        return server.with("Engine", "postgres")
                .with("EngineVersion", plan.engineVersion())
                .with("AutoMinorVersionUpgrade", true)
                .with("PreferredMaintenanceWindow", "sun:03:00-sun:04:00");
    }

    static Resource encryption(StackDraft stack, Resource server) {
        return server.with("StorageEncrypted", true).with("KmsKeyId", stack.input(Output.KEY_ARN));
    }

    /**
     * RDS makes the master password up, keeps it in Secrets Manager and rotates it: it is in no template and no event. IAM
     * sign-in is on for people and jobs that should not have a password at all; nobody has it before a policy says so.
     */
    static Resource access(StackDraft stack, Resource server) {
        return server.with("MasterUsername", MASTER_USER)
                .with("ManageMasterUserPassword", true)
                .with("MasterUserSecret", Fields.of("KmsKeyId", stack.input(Output.KEY_ARN)))
                .with("EnableIAMDatabaseAuthentication", true);
    }

    static Resource backups(DatabasePlan plan, Resource server) {
        return server.with("BackupRetentionPeriod", plan.backupDays())
                .with("PreferredBackupWindow", "01:00-02:00")
                .with("CopyTagsToSnapshot", true)
                .with("DeletionProtection", plan.deletionProtection());
    }

    static Resource observation(DatabaseSurroundings around, Resource server) {
        return server.with("EnableCloudwatchLogsExports", Value.texts("postgresql", "upgrade"))
                .with("DatabaseInsightsMode", "standard")
                .with("MonitoringInterval", MONITORING_SECONDS)
                .with("MonitoringRoleArn", around.monitoring().att("Arn"));
    }
}
