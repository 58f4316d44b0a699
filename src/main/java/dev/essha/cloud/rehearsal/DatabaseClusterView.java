package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Data;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What RDS would tell of Multi-AZ DB clusters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html">Multi-AZ DB
 *     clusters</a>
 */
final class DatabaseClusterView {

    static final String CLUSTER = "AWS::RDS::DBCluster";

    /** One that writes and two that can be read, in three zones. */
    static final int MEMBERS = 3;

    private final AccountSnapshot account;
    private final DataView data;

    DatabaseClusterView(AccountSnapshot account) {
        this.account = account;
        this.data = new DataView(account);
    }

    List<Data.DatabaseCluster> inVpc(String vpcId) {
        return account.all(CLUSTER).stream()
                .filter(c -> account.vpcOf(data.databaseSubnets(c)).equals(vpcId))
                .map(this::cluster)
                .sorted(Comparator.comparing(Data.DatabaseCluster::id))
                .toList();
    }

    private Data.DatabaseCluster cluster(Live cluster) {
        Properties properties = cluster.properties();
        List<String> subnets = data.databaseSubnets(cluster);
        List<String> zones = subnets.stream().map(account::zone).toList();
        return new Data.DatabaseCluster(
                cluster.physicalId(),
                cluster.attribute("DBClusterArn"),
                status(cluster),
                properties.text("EngineVersion"),
                properties.text("DBClusterInstanceClass"),
                true,
                members(cluster, zones),
                account.vpcOf(subnets),
                zones,
                properties.flag("StorageEncrypted"),
                properties.text("KmsKeyId"),
                properties.flag("PubliclyAccessible"),
                properties.flag("DeletionProtection"),
                properties.number("BackupRetentionPeriod"),
                properties.flag("ManageMasterUserPassword") ? cluster.attribute("MasterUserSecret.SecretArn") : "",
                data.parameters("AWS::RDS::DBClusterParameterGroup", properties.text("DBClusterParameterGroupName")));
    }

    private static List<Data.Member> members(Live cluster, List<String> zones) {
        return IntStream.range(0, Math.min(MEMBERS, zones.size()))
                .mapToObj(i -> new Data.Member(
                        cluster.physicalId() + "-instance-" + (i + 1), zones.get(i), status(cluster), i == 0))
                .toList();
    }

    private static String status(Live cluster) {
        return cluster.ready() ? "available" : "creating";
    }
}
