package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseStageTest {

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        DBInstanceIdentifier,            ess-acme
        Engine,                          postgres
        EngineVersion,                   17.6
        MultiAZ,                         true
        PubliclyAccessible,              false
        StorageEncrypted,                true
        StorageType,                     gp3
        ManageMasterUserPassword,        true
        EnableIAMDatabaseAuthentication, true
        BackupRetentionPeriod,           14
        CopyTagsToSnapshot,              true
        DeletionProtection,              true
        AutoMinorVersionUpgrade,         true
        CACertificateIdentifier,         rds-ca-rsa2048-g1
        EnablePerformanceInsights,       true
        MonitoringInterval,              60
        """)
    void theInstanceHolds(String property, String value) {
        assertThat(instance(property)).hasToString(value);
    }

    @Test
    void everythingAtRestIsEncryptedWithTheDeploymentsKey() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(List.of(
                        stack.property("Instance", "KmsKeyId"),
                        stack.property("Instance", "MasterUserSecret.KmsKeyId"),
                        stack.property("Instance", "PerformanceInsightsKMSKeyId"),
                        stack.property("PostgresqlLog", "KmsKeyId"),
                        stack.property("UpgradeLog", "KmsKeyId")))
                .containsOnly(ref("KeyArn"));
    }

    @Test
    void noPasswordIsInTheTemplate() {
        assertThat(instance("MasterUserPassword")).isNull();
    }

    @Test
    void tlsIsForcedAndPasswordsAreScramOnly() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(stack.property("Parameters", "Family")).isEqualTo("postgres17");
        assertThat(parameter(stack, "rds.force_ssl")).isEqualTo("1");
        assertThat(parameter(stack, "rds.accepted_password_auth_method")).isEqualTo("scram");
        assertThat(parameter(stack, "shared_preload_libraries")).isEqualTo("pg_stat_statements");
        assertThat(stack.property("Instance", "DBParameterGroupName")).isEqualTo(ref("Parameters"));
    }

    @Test
    void aMajorVersionAloneNamesItsFamilyToo() {
        plan.engineVersion = "16";

        assertThat(plan.render(new DatabaseStage()).property("Parameters", "Family"))
                .isEqualTo("postgres16");
    }

    @Test
    void itsSubnetsAreThePrivateOnesOfEveryZone() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(stack.property("SubnetGroup", "SubnetIds")).isEqualTo(ref("PrivateSubnetIds"));
        assertThat(stack.property("Instance", "VPCSecurityGroups")).isEqualTo(List.of(ref("DatabaseSecurityGroupId")));
    }

    @Test
    void storageGrowsOnlyWhereThePlanLetsIt() {
        assertThat(instance("MaxAllocatedStorage")).isEqualTo(500);

        plan.maxStorageGiB = 100;
        assertThat(instance("MaxAllocatedStorage")).isNull();
    }

    @Test
    void itLeavesASnapshotBehind() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(stack.at("Resources.Instance.DeletionPolicy")).isEqualTo("Snapshot");
        assertThat(stack.at("Resources.Instance.UpdateReplacePolicy")).isEqualTo("Snapshot");
        assertThat(stack.stack().resources())
                .filteredOn(Work.Resource::stateful)
                .extracting(Work.Resource::logicalId)
                .containsExactly("Instance");
        assertThat(stack.stack().terminationProtection()).isTrue();
    }

    @Test
    void deletionProtectionFollowsThePlan() {
        plan.deletionProtection = false;

        assertThat(instance("DeletionProtection")).isEqualTo(false);
    }

    @Test
    void itsLogGroupsStandFirstSoThatTheirRetentionIsOurs() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(stack.at("Resources.Instance.DependsOn")).isEqualTo(List.of("PostgresqlLog", "UpgradeLog"));
        assertThat(stack.property("PostgresqlLog", "LogGroupName")).isEqualTo("/aws/rds/instance/ess-acme/postgresql");
        assertThat(stack.property("UpgradeLog", "RetentionInDays")).isEqualTo(60);
        assertThat(stack.property("Instance", "EnableCloudwatchLogsExports"))
                .isEqualTo(List.of("postgresql", "upgrade"));
    }

    @Test
    void noKindOfStatementIsLoggedBecauseSomeHoldPasswords() {
        assertThat(parameter(plan.render(new DatabaseStage()), "log_statement")).isNull();
    }

    @Test
    void backupsAreDoneWhenMaintenanceBegins() {
        assertThat(instance("PreferredBackupWindow")).isEqualTo("01:00-02:00");
        assertThat(instance("PreferredMaintenanceWindow")).isEqualTo("sun:03:00-sun:04:00");
    }

    @Test
    void theMonitoringRoleIsForThisAccountsDatabasesOnly() {
        Rendered stack = plan.render(new DatabaseStage());

        String trust = "AssumeRolePolicyDocument.Statement.0.";
        assertThat(stack.property("MonitoringRole", trust + "Principal.Service"))
                .isEqualTo("monitoring.rds.amazonaws.com");
        assertThat(stack.property("MonitoringRole", trust + "Condition.StringEquals.aws:SourceAccount"))
                .isEqualTo(ref("AWS::AccountId"));
    }

    @Test
    void itDeliversEndpointPortAndMasterSecret() {
        Rendered stack = plan.render(new DatabaseStage());

        assertThat(delivered(stack, "DatabaseEndpoints")).isEqualTo(List.of(att("Instance", "Endpoint.Address")));
        assertThat(stack.at("Outputs.DatabasePort.Value")).isEqualTo(att("Instance", "Endpoint.Port"));
        assertThat(delivered(stack, "DatabaseMasterSecretArns"))
                .isEqualTo(List.of(att("Instance", "MasterUserSecret.SecretArn")));
        assertThat(stack.stack().outputs()).doesNotContain(Output.DATABASE_READER_ENDPOINTS);
    }

    private Object instance(String property) {
        return plan.render(new DatabaseStage()).property("Instance", property);
    }

    private static Object delivered(Rendered stack, String output) {
        return stack.at("Outputs." + output + ".Value.Fn::Join.1");
    }

    private static Object parameter(Rendered stack, String name) {
        return ((Map<?, ?>) stack.property("Parameters", "Parameters")).get(name);
    }
}
