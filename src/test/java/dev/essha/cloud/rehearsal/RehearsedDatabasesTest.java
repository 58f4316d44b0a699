package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Data;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Multi-AZ DB clusters in the account in memory. */
class RehearsedDatabasesTest {

    private static final String CLUSTER = """
        Resources:
          Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.60.0.0/16}}
          A:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.60.0.0/24, AvailabilityZone: eu-central-1a}
          B:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.60.1.0/24, AvailabilityZone: eu-central-1b}
          C:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.60.2.0/24, AvailabilityZone: eu-central-1c}
          Subnets:
            Type: AWS::RDS::DBSubnetGroup
            Properties: {DBSubnetGroupDescription: x, SubnetIds: [{Ref: C}, {Ref: B}, {Ref: A}]}
          Parameters:
            Type: AWS::RDS::DBClusterParameterGroup
            Properties: {Description: x, Family: postgres17, Parameters: {rds.force_ssl: '1'}}
          Cluster:
            Type: AWS::RDS::DBCluster
            Properties:
              DBClusterIdentifier: db
              DBSubnetGroupName: {Ref: Subnets}
              DBClusterParameterGroupName: {Ref: Parameters}
              Engine: postgres
              EngineVersion: '17.6'
              DBClusterInstanceClass: db.m6gd.large
              ManageMasterUserPassword: true
              StorageEncrypted: true
              KmsKeyId: some-key
              BackupRetentionPeriod: 7
              DeletionProtection: true
        Outputs:
          Vpc: {Value: {Ref: Vpc}}
          Arn: {Value: {'Fn::GetAtt': [Cluster, DBClusterArn]}}
          Writer: {Value: {'Fn::GetAtt': [Cluster, Endpoint.Address]}}
          Reader: {Value: {'Fn::GetAtt': [Cluster, ReadEndpoint.Address]}}
          Secret: {Value: {'Fn::GetAtt': [Cluster, MasterUserSecret.SecretArn]}}
        """;

    private final Rehearsal rehearsal = Rehearsal.of(Rehearsal.HOME);

    @Test
    void aClusterHasThreeMembersInThreeZones() {
        StackView stack = rehearsal.make("data", CLUSTER);
        String vpc = stack.outputs().get("Vpc");

        assertThat(rehearsal.cloud.lookups().databaseClusters(vpc))
                .containsExactly(new Data.DatabaseCluster(
                        "db",
                        stack.outputs().get("Arn"),
                        "available",
                        "17.6",
                        "db.m6gd.large",
                        true,
                        List.of(
                                new Data.Member("db-instance-1", "eu-central-1a", "available", true),
                                new Data.Member("db-instance-2", "eu-central-1b", "available", false),
                                new Data.Member("db-instance-3", "eu-central-1c", "available", false)),
                        vpc,
                        List.of("eu-central-1a", "eu-central-1b", "eu-central-1c"),
                        true,
                        "some-key",
                        false,
                        true,
                        7,
                        stack.outputs().get("Secret"),
                        Map.of("rds.force_ssl", "1")));
        assertThat(rehearsal.cloud.lookups().databases(vpc)).isEmpty();
        assertThat(rehearsal.cloud.lookups().interfaces(vpc)).hasSize(3);
        assertThat(rehearsal.cloud.lookups().secrets(List.of("rds!cluster-"))).hasSize(1);
        assertThat(stack.outputs().get("Writer")).startsWith("db.cluster-");
        assertThat(stack.outputs().get("Reader")).startsWith("db.cluster-ro-");
    }

    @Test
    void aProtectedClusterGoesOnlyWhenAllowedAndLeavesASnapshot() {
        StackView stack = rehearsal.make("data", CLUSTER);

        assertThat(rehearsal.delete(stack).status()).isEqualTo(StackStatus.DELETE_FAILED);
        rehearsal.cloud.actions().allowDatabaseClusterDeletion("db");
        assertThat(rehearsal.delete(stack).status()).isEqualTo(StackStatus.DELETE_COMPLETE);

        List<String> snapshots = rehearsal.cloud.actions().databaseClusterSnapshots("db");
        assertThat(snapshots).hasSize(1);
        assertThat(rehearsal.cloud.actions().databaseSnapshots("db")).isEmpty();
        assertThat(rehearsal.cloud.lookups().keptData(new DeploymentName("rehearsed")))
                .singleElement()
                .satisfies(k -> assertThat(k.arn()).endsWith(":cluster-snapshot:" + snapshots.getFirst()));
        rehearsal.cloud.actions().deleteDatabaseClusterSnapshot(snapshots.getFirst());
        assertThat(rehearsal.cloud.actions().databaseClusterSnapshots("db")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        db.m6gd.large | db.r6gd.large   | MODIFY Cluster NO
        '17.6'        | '17.7'          | MODIFY Cluster NO
        some-key      | other-key       | MODIFY Cluster YES
        Identifier: db| Identifier: db2 | MODIFY Cluster YES
        Engine: postgres | Engine: mysql | MODIFY Cluster MAYBE
        """)
    void aChangeSetSaysWhatBecomesOfTheCluster(String before, String after, String change) {
        rehearsal.make("data", CLUSTER);

        assertThat(rehearsal.changes("data", CLUSTER.replace(before, after))).containsExactly(change);
    }

    @Test
    void whatMayBeReplacedIsChangedInPlaceInTheEnd() {
        String template = "Resources: {Database: {Type: AWS::RDS::DBInstance, Properties: "
                + "{DBInstanceIdentifier: db, BackupRetentionPeriod: 1}}}";
        rehearsal.make("instance", template);
        String changed = template.replace("Period: 1", "Period: 7");

        assertThat(rehearsal.changes("instance", changed)).containsExactly("MODIFY Database MAYBE");
        assertThat(rehearsal.make("instance", changed).status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(rehearsal.cloud.actions().databaseSnapshots("db")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "db.m6gd.large, MULTI_AZ_CLUSTER, 3",
        "db.m7g.large, MULTI_AZ_CLUSTER, 0",
        "db.m7g.large, MULTI_AZ_INSTANCE, 3",
        "m7g.large, MULTI_AZ_INSTANCE, 0"
    })
    void clustersWantClassesWithADiskOfTheirOwn(String instanceClass, Topology topology, int zones) {
        assertThat(rehearsal.cloud.offers().zonesOfferingDatabase("17.6", instanceClass, topology))
                .hasSize(zones);
    }
}
