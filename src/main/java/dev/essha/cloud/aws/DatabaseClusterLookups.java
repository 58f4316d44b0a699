package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.number;
import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Data;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Multi-AZ DB clusters: one instance that writes and two that can be read, each in a zone of its own. */
final class DatabaseClusterLookups {

    private final AwsClients clients;

    DatabaseClusterLookups(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * A cluster names its subnet group, and only that knows the VPC. Clusters of Aurora, Neptune and DocumentDB are listed
     * with the others; they have no instance class of their own.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html">DBCluster</a>
     */
    List<Data.DatabaseCluster> inVpc(String vpcId) {
        return rds().describeDBClustersPaginator().dbClusters().stream()
                .filter(cluster -> cluster.dbClusterInstanceClass() != null)
                .flatMap(
                        cluster -> subnetGroup(cluster)
                                .filter(group -> vpcId.equals(group.vpcId()))
                                .map(group -> cluster(cluster, group))
                                .stream())
                .sorted(Comparator.comparing(Data.DatabaseCluster::id))
                .toList();
    }

    private Optional<DBSubnetGroup> subnetGroup(DBCluster cluster) {
        return Existing.find(() -> rds().describeDBSubnetGroups(r -> r.dbSubnetGroupName(cluster.dbSubnetGroup())))
                .flatMap(answer -> answer.dbSubnetGroups().stream().findFirst());
    }

    private Data.DatabaseCluster cluster(DBCluster cluster, DBSubnetGroup group) {
        return new Data.DatabaseCluster(
                cluster.dbClusterIdentifier(),
                cluster.dbClusterArn(),
                text(cluster.status()),
                text(cluster.engineVersion()),
                cluster.dbClusterInstanceClass(),
                yes(cluster.multiAZ()),
                members(cluster),
                group.vpcId(),
                DataLookups.zones(group.subnets()),
                yes(cluster.storageEncrypted()),
                text(cluster.kmsKeyId()),
                yes(cluster.publiclyAccessible()),
                yes(cluster.deletionProtection()),
                number(cluster.backupRetentionPeriod()),
                Optional.ofNullable(cluster.masterUserSecret())
                        .map(MasterUserSecret::secretArn)
                        .orElse(""),
                parameters(cluster));
    }

    /** The cluster knows who writes, the instances know where they are. */
    private List<Data.Member> members(DBCluster cluster) {
        Set<String> writers = cluster.dbClusterMembers().stream()
                .filter(member -> yes(member.isClusterWriter()))
                .map(DBClusterMember::dbInstanceIdentifier)
                .collect(Collectors.toSet());
        return instances(cluster)
                .map(db -> member(db, writers.contains(db.dbInstanceIdentifier())))
                .sorted(Comparator.comparing(Data.Member::writer).reversed().thenComparing(Data.Member::id))
                .toList();
    }

    private Stream<DBInstance> instances(DBCluster cluster) {
        Filter members = Filter.builder()
                .name("db-cluster-id")
                .values(cluster.dbClusterIdentifier())
                .build();
        return rds().describeDBInstancesPaginator(r -> r.filters(members)).dbInstances().stream();
    }

    private static Data.Member member(DBInstance db, boolean writer) {
        return new Data.Member(
                db.dbInstanceIdentifier(), text(db.availabilityZone()), text(db.dbInstanceStatus()), writer);
    }

    /** A group has hundreds of parameters, so pages are read only until the judged ones are known. */
    private Map<String, String> parameters(DBCluster cluster) {
        return rds()
                .describeDBClusterParametersPaginator(
                        r -> r.dbClusterParameterGroupName(cluster.dbClusterParameterGroup()))
                .parameters()
                .stream()
                .filter(p -> DataLookups.PARAMETERS.contains(p.parameterName()))
                .limit(DataLookups.PARAMETERS.size())
                .collect(Collectors.toMap(
                        Parameter::parameterName, p -> text(p.parameterValue()), (a, b) -> b, TreeMap::new));
    }

    private RdsClient rds() {
        return clients.rds();
    }
}
