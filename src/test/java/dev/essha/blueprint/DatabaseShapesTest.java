package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.EssPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the other shapes of the database have that the shared instance has not. */
class DatabaseShapesTest {

    private static final EssPlan EVERY_SERVICE = new EssPlan(true, true, true);

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        DBClusterIdentifier,             ess-acme
        Engine,                          postgres
        EngineVersion,                   17.6
        DBClusterInstanceClass,          db.m6gd.large
        AllocatedStorage,                100
        StorageType,                     gp3
        StorageEncrypted,                true
        PubliclyAccessible,              false
        ManageMasterUserPassword,        true
        EnableIAMDatabaseAuthentication, true
        BackupRetentionPeriod,           14
        CopyTagsToSnapshot,              true
        DeletionProtection,              true
        AutoMinorVersionUpgrade,         true
        PerformanceInsightsEnabled,      true
        MonitoringInterval,              60
        """)
    void theClusterHolds(String property, String value) {
        assertThat(cluster().property("Cluster", property)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        20,
        399,
        400,   12000
        1000,  12000
        """)
    void iopsAreGivenWhereRdsTakesThem(int storage, Integer iops) {
        plan.storageGiB = storage;

        assertThat(cluster().property("Cluster", "Iops")).isEqualTo(iops);
    }

    @Test
    void aClusterIsEncryptedLeavesASnapshotBehindAndKnowsNoPassword() {
        Rendered stack = cluster();

        assertThat(List.of(
                        stack.property("Cluster", "KmsKeyId"),
                        stack.property("Cluster", "MasterUserSecret.KmsKeyId"),
                        stack.property("Cluster", "PerformanceInsightsKmsKeyId"),
                        stack.property("ClusterPostgresqlLog", "KmsKeyId")))
                .containsOnly(ref("KeyArn"));
        assertThat(stack.at("Resources.Cluster.DeletionPolicy")).isEqualTo("Snapshot");
        assertThat(stack.at("Resources.Cluster.UpdateReplacePolicy")).isEqualTo("Snapshot");
        assertThat(stack.property("Cluster", "MasterUserPassword")).isNull();
        assertThat(stateful(stack)).containsExactly("Cluster");
    }

    @Test
    void aClustersMembersShareItsParametersAndFlowControlStaysOn() {
        Rendered stack = cluster();

        Map<?, ?> parameters = (Map<?, ?>) stack.property("ClusterParameters", "Parameters");
        assertThat(stack.property("Cluster", "DBClusterParameterGroupName")).isEqualTo(ref("ClusterParameters"));
        assertThat(stack.property("ClusterParameters", "Family")).isEqualTo("postgres17");
        assertThat(parameters.get("rds.force_ssl")).isEqualTo("1");
        assertThat(parameters.get("shared_preload_libraries")).isEqualTo("flow_control,pg_stat_statements");
    }

    @Test
    void aClusterLogsIntoGroupsThatStandBeforeIt() {
        Rendered stack = cluster();

        assertThat(stack.at("Resources.Cluster.DependsOn"))
                .isEqualTo(List.of("ClusterPostgresqlLog", "ClusterUpgradeLog"));
        assertThat(stack.property("ClusterPostgresqlLog", "LogGroupName"))
                .isEqualTo("/aws/rds/cluster/ess-acme/postgresql");
    }

    @Test
    void aClusterMayChooseItsThreeZonesAmongAll() {
        plan.zones = 4;

        assertThat(cluster().property("SubnetGroup", "SubnetIds")).isEqualTo(ref("PrivateSubnetIds"));
    }

    @Test
    void aClusterTellsWhereItsReadersAre() {
        Rendered stack = cluster();

        assertThat(delivered(stack, "DatabaseEndpoints")).isEqualTo(List.of(att("Cluster", "Endpoint.Address")));
        assertThat(delivered(stack, "DatabaseReaderEndpoints"))
                .isEqualTo(List.of(att("Cluster", "ReadEndpoint.Address")));
        assertThat(delivered(stack, "DatabaseMasterSecretArns"))
                .isEqualTo(List.of(att("Cluster", "MasterUserSecret.SecretArn")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        true,  true,  false, 7
        false, false, false, 5
        true,  true,  true,  8
        """)
    void everyServiceHasAnInstanceOfItsOwn(boolean broker, boolean webid, boolean search, int instances) {
        plan.ess = new EssPlan(broker, webid, search);
        Rendered stack = perService(Topology.MULTI_AZ_INSTANCE);

        assertThat(stack.ids("AWS::RDS::DBInstance"))
                .hasSize(instances)
                .startsWith("InstanceAccessGrant", "InstanceAuthorization");
        assertThat(stateful(stack)).isEqualTo(stack.ids("AWS::RDS::DBInstance"));
        assertThat(stack.ids("AWS::Logs::LogGroup")).hasSize(2 * instances);
    }

    @Test
    void anInstanceOfAServiceBearsItsNameAndLogsForItself() {
        Rendered stack = perService(Topology.MULTI_AZ_INSTANCE);

        assertThat(stack.property("InstanceAccessGrant", "DBInstanceIdentifier"))
                .isEqualTo("ess-acme-access-grant");
        assertThat(stack.property("PostgresqlLogAccessGrant", "LogGroupName"))
                .isEqualTo("/aws/rds/instance/ess-acme-access-grant/postgresql");
        assertThat(stack.at("Resources.InstanceAccessGrant.DependsOn"))
                .isEqualTo(List.of("PostgresqlLogAccessGrant", "UpgradeLogAccessGrant"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoServicesOwnIsThereOnce(Topology topology) {
        Rendered stack = perService(topology);

        assertThat(stack.ids("AWS::RDS::DBSubnetGroup")).hasSize(1);
        assertThat(stack.ids("AWS::IAM::Role")).hasSize(1);
        assertThat(stack.stack().resources())
                .filteredOn(r -> r.type().endsWith("ParameterGroup"))
                .hasSize(1);
    }

    @Test
    void endpointsAndMasterSecretsComeInTheOrderOfTheServices() {
        Rendered stack = perService(Topology.MULTI_AZ_CLUSTER);

        assertThat(delivered(stack, "DatabaseEndpoints"))
                .asInstanceOf(LIST)
                .hasSize(7)
                .startsWith(att("ClusterAccessGrant", "Endpoint.Address"));
        assertThat(delivered(stack, "DatabaseReaderEndpoints"))
                .asInstanceOf(LIST)
                .hasSize(7)
                .endsWith(att("ClusterWebid", "ReadEndpoint.Address"));
        assertThat(delivered(stack, "DatabaseMasterSecretArns"))
                .asInstanceOf(LIST)
                .hasSize(7);
        assertThat(stack.at("Outputs.DatabasePort.Value")).isEqualTo(att("ClusterAccessGrant", "Endpoint.Port"));
    }

    @ParameterizedTest
    @EnumSource
    void eightServersFillNoMoreThanHalfATemplate(Topology topology) {
        plan.ess = EVERY_SERVICE;

        assertThat(perService(topology).stack().templateBody().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(51_200 / 2);
    }

    @Test
    void oneMoreServiceAddsAnInstanceAndChangesNone() {
        Rendered before = perService(Topology.MULTI_AZ_INSTANCE);
        plan.ess = EVERY_SERVICE;
        Rendered after = perService(Topology.MULTI_AZ_INSTANCE);

        assertThat(before.ids("AWS::RDS::DBInstance"))
                .allSatisfy(id -> assertThat(after.at("Resources." + id)).isEqualTo(before.at("Resources." + id)));
        assertThat(after.ids("AWS::RDS::DBInstance")).contains("InstanceSearch");
    }

    private Rendered cluster() {
        plan.topology = Topology.MULTI_AZ_CLUSTER;
        plan.databaseClass = "db.m6gd.large";
        plan.maxStorageGiB = plan.storageGiB;
        return plan.render(new DatabaseStage());
    }

    private Rendered perService(Topology topology) {
        plan.sharing = Sharing.PER_SERVICE;
        if (topology == Topology.MULTI_AZ_CLUSTER) {
            return cluster();
        }
        return plan.render(new DatabaseStage());
    }

    private static List<String> stateful(Rendered stack) {
        return stack.stack().resources().stream()
                .filter(Work.Resource::stateful)
                .map(Work.Resource::logicalId)
                .toList();
    }

    private static Object delivered(Rendered stack, String output) {
        return stack.at("Outputs." + output + ".Value.Fn::Join.1");
    }
}
