package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Data;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RDS's answers as its protocol writes them: a Multi-AZ DB cluster with its members, and others that are none. */
class DatabaseClusterLookupsTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "DescribeDBClusters",
            """
            <DBClusters>
              <DBCluster><DBClusterIdentifier>aurora</DBClusterIdentifier><Engine>aurora-postgresql</Engine>
                <DBSubnetGroup>group</DBSubnetGroup><MultiAZ>true</MultiAZ></DBCluster>
              <DBCluster><DBClusterIdentifier>ess-demo</DBClusterIdentifier>
                <DBClusterArn>arn:cluster</DBClusterArn><Engine>postgres</Engine><EngineVersion>17.6</EngineVersion>
                <DBClusterInstanceClass>db.m6gd.large</DBClusterInstanceClass><Status>available</Status>
                <MultiAZ>true</MultiAZ><DBSubnetGroup>group</DBSubnetGroup>
                <DBClusterParameterGroup>parameters</DBClusterParameterGroup>
                <StorageEncrypted>true</StorageEncrypted><KmsKeyId>arn:key</KmsKeyId>
                <PubliclyAccessible>false</PubliclyAccessible><DeletionProtection>true</DeletionProtection>
                <BackupRetentionPeriod>7</BackupRetentionPeriod>
                <MasterUserSecret><SecretArn>arn:secret</SecretArn></MasterUserSecret>
                <DBClusterMembers>
                  <DBClusterMember><DBInstanceIdentifier>one</DBInstanceIdentifier>
                    <IsClusterWriter>false</IsClusterWriter></DBClusterMember>
                  <DBClusterMember><DBInstanceIdentifier>two</DBInstanceIdentifier>
                    <IsClusterWriter>true</IsClusterWriter></DBClusterMember>
                </DBClusterMembers></DBCluster>
            </DBClusters>
            """,
            "DescribeDBSubnetGroups",
            """
            <DBSubnetGroups><DBSubnetGroup><DBSubnetGroupName>group</DBSubnetGroupName><VpcId>vpc-1</VpcId><Subnets>
              <Subnet><SubnetAvailabilityZone><Name>eu-central-1b</Name></SubnetAvailabilityZone></Subnet>
              <Subnet><SubnetAvailabilityZone><Name>eu-central-1a</Name></SubnetAvailabilityZone></Subnet>
            </Subnets></DBSubnetGroup></DBSubnetGroups>
            """,
            "DescribeDBInstances",
            """
            <DBInstances>
              <DBInstance><DBInstanceIdentifier>one</DBInstanceIdentifier><DBInstanceStatus>available</DBInstanceStatus>
                <DBClusterIdentifier>ess-demo</DBClusterIdentifier><AvailabilityZone>eu-central-1a</AvailabilityZone>
                <DBSubnetGroup><VpcId>vpc-1</VpcId></DBSubnetGroup></DBInstance>
              <DBInstance><DBInstanceIdentifier>two</DBInstanceIdentifier><DBInstanceStatus>rebooting</DBInstanceStatus>
                <DBClusterIdentifier>ess-demo</DBClusterIdentifier><AvailabilityZone>eu-central-1b</AvailabilityZone>
                <DBSubnetGroup><VpcId>vpc-1</VpcId></DBSubnetGroup></DBInstance>
            </DBInstances>
            """,
            "DescribeDBClusterParameters",
            """
            <Parameters>
              <Parameter><ParameterName>rds.other</ParameterName><ParameterValue>x</ParameterValue></Parameter>
              <Parameter><ParameterName>rds.force_ssl</ParameterName><ParameterValue>1</ParameterValue></Parameter>
            </Parameters>
            """);

    @RegisterExtension
    private final WireCloud wire = new WireCloud(DatabaseClusterLookupsTest::answer);

    @Test
    void theWriterComesFirstAndAuroraIsNoneOfThem() {
        assertThat(wire.cloud().lookups().databaseClusters("vpc-1"))
                .containsExactly(new Data.DatabaseCluster(
                        "ess-demo",
                        "arn:cluster",
                        "available",
                        "17.6",
                        "db.m6gd.large",
                        true,
                        List.of(
                                new Data.Member("two", "eu-central-1b", "rebooting", true),
                                new Data.Member("one", "eu-central-1a", "available", false)),
                        "vpc-1",
                        List.of("eu-central-1a", "eu-central-1b"),
                        true,
                        "arn:key",
                        false,
                        true,
                        7,
                        "arn:secret",
                        Map.of("rds.force_ssl", "1")));
    }

    @Test
    void anotherVpcHasNone() {
        assertThat(wire.cloud().lookups().databaseClusters("vpc-2")).isEmpty();
    }

    @Test
    void itsMembersAreNotAmongTheDatabases() {
        assertThat(wire.cloud().lookups().databases("vpc-1")).isEmpty();
    }

    private static WireServer.Answer answer(WireServer.Request request) {
        return new WireServer.Answer(
                200,
                "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(request.action(), ANSWERS.get(request.action())));
    }
}
