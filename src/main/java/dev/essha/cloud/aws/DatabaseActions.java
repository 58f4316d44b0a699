package dev.essha.cloud.aws;

import dev.essha.plan.ResourceNames;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.Tag;

/** Lets databases go, and removes what is left of them. Instances and clusters are alike, under different names. */
final class DatabaseActions {

    private static final String MANUAL = "manual";

    private final AwsClients clients;

    DatabaseActions(AwsClients clients) {
        this.clients = clients;
    }

    void allowInstanceDeletion(String identifier) {
        Existing.ifThere(() -> rds().modifyDBInstance(r ->
                r.dbInstanceIdentifier(identifier).deletionProtection(false).applyImmediately(true)));
    }

    void allowClusterDeletion(String identifier) {
        Existing.ifThere(() -> rds().modifyDBCluster(r ->
                r.dbClusterIdentifier(identifier).deletionProtection(false).applyImmediately(true)));
    }

    void deleteInstanceSnapshot(String identifier) {
        Existing.ifThere(() -> rds().deleteDBSnapshot(r -> r.dbSnapshotIdentifier(identifier)));
    }

    void deleteClusterSnapshot(String identifier) {
        Existing.ifThere(() -> rds().deleteDBClusterSnapshot(r -> r.dbClusterSnapshotIdentifier(identifier)));
    }

    /**
     * The final snapshot that CloudFormation takes of what it deletes is a manual one, keeps naming it and carries its
     * tags. RDS says that an instance or cluster that is asked for must exist, which it no longer does then, so that all
     * manual snapshots are read.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html">DescribeDBSnapshots</a>
     */
    List<String> instanceSnapshots(String identifier) {
        return rds().describeDBSnapshotsPaginator(r -> r.snapshotType(MANUAL)).dbSnapshots().stream()
                .filter(snapshot -> identifier.equals(snapshot.dbInstanceIdentifier()))
                .filter(snapshot -> isADeployments(snapshot.tagList()))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .sorted()
                .toList();
    }

    /** As {@link #instanceSnapshots}. */
    List<String> clusterSnapshots(String identifier) {
        return rds().describeDBClusterSnapshotsPaginator(r -> r.snapshotType(MANUAL)).dbClusterSnapshots().stream()
                .filter(snapshot -> identifier.equals(snapshot.dbClusterIdentifier()))
                .filter(snapshot -> isADeployments(snapshot.tagList()))
                .map(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .sorted()
                .toList();
    }

    private static boolean isADeployments(List<Tag> tags) {
        return tags.stream().anyMatch(tag -> tag.key().equals(ResourceNames.DEPLOYMENT_TAG));
    }

    private RdsClient rds() {
        return clients.rds();
    }
}
