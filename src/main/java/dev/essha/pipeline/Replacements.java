package dev.essha.pipeline;

import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceChange.Replacement;
import java.util.Set;

/**
 * Whether a change replaces a resource: what the change set says, but for what AWS documents to be changed in place
 * always. For some properties of a database CloudFormation says that it may have to be replaced, while its documentation
 * says that an update interrupts it at most: nobody should have to allow the loss of a database to keep its backups longer.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html">AWS::RDS::DBInstance,
 *     "update requires" of each property</a>
 */
final class Replacements {

    private static final Set<String> DATABASE_IN_PLACE = Set.of(
            "AllocatedStorage",
            "AllowMajorVersionUpgrade",
            "AutoMinorVersionUpgrade",
            "BackupRetentionPeriod",
            "CACertificateIdentifier",
            "CopyTagsToSnapshot",
            "DBInstanceClass",
            "DBParameterGroupName",
            "DeletionProtection",
            "EnableCloudwatchLogsExports",
            "EnablePerformanceInsights",
            "EngineVersion",
            "Iops",
            "MaxAllocatedStorage",
            "MonitoringInterval",
            "MonitoringRoleArn",
            "MultiAZ",
            "PerformanceInsightsRetentionPeriod",
            "PreferredBackupWindow",
            "PreferredMaintenanceWindow",
            "StorageThroughput",
            "StorageType",
            "Tags",
            "VPCSecurityGroups");

    private Replacements() {}

    static Replacement of(ResourceChange change) {
        return change.replacement() == Replacement.MAYBE && isInPlace(change) ? Replacement.NO : change.replacement();
    }

    private static boolean isInPlace(ResourceChange change) {
        return change.type().equals(ResourceKind.DATABASE)
                && !change.properties().isEmpty()
                && change.properties().stream()
                        .map(property -> property.split("\\.")[0])
                        .allMatch(DATABASE_IN_PLACE::contains);
    }
}
