package dev.essha.cloud;

import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The changes that CloudFormation cannot make. Each is idempotent; each arrived with its first caller. */
public interface Actions {

    /** The auto scaling groups of all node groups of a cluster, in order of name; none where there is no such cluster. */
    List<String> autoScalingGroups(String clusterName);

    /** Puts an auto scaling group's instances, now and later, behind target groups. */
    void attachTargetGroups(String autoScalingGroup, List<String> targetGroupArns);

    /** Takes an auto scaling group's instances out of target groups; those it is not behind are left out. */
    void detachTargetGroups(String autoScalingGroup, List<String> targetGroupArns);

    /** Puts tags on a VPC or subnets, beside those they have. */
    void tag(List<String> ids, SortedMap<String, String> tags);

    /** Takes tags off a VPC or subnets; of those that exist and have them. */
    void untag(List<String> ids, List<String> keys);

    /**
     * The record that proves the ownership of a certificate's domain; empty while ACM has not made it up yet and once the
     * certificate is issued.
     */
    Optional<DnsRecord> certificateValidation(String certificateArn);

    /** Lets an RDS instance be deleted. */
    void allowDatabaseDeletion(String instanceIdentifier);

    /** Lets a Multi-AZ DB cluster be deleted. */
    void allowDatabaseClusterDeletion(String clusterIdentifier);

    /** Lets a load balancer be deleted. */
    void allowLoadBalancerDeletion(String loadBalancerArn);

    /** Removes every version of every object of a bucket. */
    void emptyBucket(String bucketName);

    /** Removes an empty bucket. */
    void deleteBucket(String bucketName);

    /** Removes a snapshot of an RDS instance. */
    void deleteDatabaseSnapshot(String snapshotIdentifier);

    /** The manual snapshots of an instance that carry a deployment's tag, in order of name. */
    List<String> databaseSnapshots(String instanceIdentifier);

    /** Removes a snapshot of a DB cluster. */
    void deleteDatabaseClusterSnapshot(String snapshotIdentifier);

    /** The manual snapshots of a DB cluster that carry a deployment's tag, in order of name. */
    List<String> databaseClusterSnapshots(String clusterIdentifier);

    /**
     * Schedules a key for deletion.
     *
     * @param days 7 to 30, a limit of KMS; until then it can be taken back
     */
    void scheduleKeyDeletion(String keyId, int days);

    /** Load balancers that the cluster itself made inside a VPC (they block the network's deletion), by ARN. */
    List<String> loadBalancersMadeByCluster(String clusterName, String vpcId);

    void deleteLoadBalancer(String loadBalancerArn);

    /** Network interfaces in a VPC that nothing uses any more (they block the network's deletion), by id. */
    List<String> unusedInterfaces(String vpcId);

    void deleteInterface(String interfaceId);

    /**
     * Security groups in a VPC that the cluster, its controllers or AWS Global Accelerator made and left (they block the
     * network's deletion), by id. Never one that is still in use, that a stack holds or that belongs to a cluster that
     * stands.
     */
    List<String> securityGroupsLeftByOthers(String clusterName, String vpcId);

    /**
     * Removes a security group, and the rules of other groups in its VPC that let it in or out: they keep it from going and
     * lead nowhere once it has gone.
     *
     * @throws CloudException a {@link CloudFailure.Conflict} while something still uses the group
     */
    void deleteSecurityGroup(String groupId);

    /**
     * Those of some CloudWatch Logs groups that exist, in order of name. EKS may write to the group of a cluster that is
     * being deleted, which makes it again after its stack is gone.
     */
    List<String> logGroups(List<String> names);

    /** Removes a log group with all that was written to it. */
    void deleteLogGroup(String name);
}
