package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The changes without CloudFormation, made to the account in memory. */
final class RehearsedActions implements Actions {

    /** Marks a key; no property of CloudFormation's. */
    static final String PENDING_DELETION = "PendingDeletion";

    private static final String PROTECTION = "DeletionProtection";
    private static final Set<String> TAGGED = Set.of("AWS::EC2::VPC", "AWS::EC2::Subnet");
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String DATABASE = "AWS::RDS::DBInstance";

    private final Account account;

    RehearsedActions(Account account) {
        this.account = account;
    }

    @Override
    public List<String> autoScalingGroups(String clusterName) {
        return new ComputeView(account.snapshot()).autoScalingGroups(clusterName);
    }

    @Override
    public void attachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        new NodesBehind(account).attach(autoScalingGroup, targetGroupArns);
    }

    @Override
    public void detachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        account.change(() -> account.byHand().detach(autoScalingGroup, Set.copyOf(targetGroupArns)));
    }

    @Override
    public void tag(List<String> ids, SortedMap<String, String> tags) {
        synchronized (account) {
            AccountSnapshot snapshot = account.snapshot();
            boolean known = ids.stream()
                    .allMatch(id -> TAGGED.stream()
                            .anyMatch(type -> snapshot.find(type, id).isPresent()));
            if (!known) {
                throw notFound("ec2:CreateTags", "One of the IDs '" + ids + "' does not exist");
            }
            account.change(() -> ids.forEach(id -> account.byHand().tag(id, tags)));
        }
    }

    @Override
    public void untag(List<String> ids, List<String> keys) {
        account.change(() -> ids.forEach(id -> account.byHand().untag(id, keys)));
    }

    @Override
    public Optional<DnsRecord> certificateValidation(String certificateArn) {
        Live certificate = account.snapshot()
                .find(ValidationRecords.CERTIFICATE, certificateArn)
                .orElseThrow(() -> notFound("acm:DescribeCertificate", "Could not find certificate " + certificateArn));
        return Optional.of(certificate)
                .filter(c -> !c.ready())
                .flatMap(c -> ValidationRecords.of(c).stream().findFirst());
    }

    @Override
    public void allowDatabaseDeletion(String instanceIdentifier) {
        with(DATABASE, instanceIdentifier, this::unprotect);
    }

    @Override
    public void allowDatabaseClusterDeletion(String clusterIdentifier) {
        with(DatabaseClusterView.CLUSTER, clusterIdentifier, this::unprotect);
    }

    @Override
    public void allowLoadBalancerDeletion(String loadBalancerArn) {
        with(
                EdgeView.LOAD_BALANCER,
                loadBalancerArn,
                balancer -> account.byHand()
                        .change(balancer, Protection.ATTRIBUTES, Protection.without(balancer.properties())));
    }

    /** There is never anything in a rehearsed bucket. */
    @Override
    public void emptyBucket(String bucketName) {
        with("AWS::S3::Bucket", bucketName, bucket -> {});
    }

    @Override
    public void deleteBucket(String bucketName) {
        with("AWS::S3::Bucket", bucketName, account.byHand()::remove);
    }

    @Override
    public void deleteDatabaseSnapshot(String snapshotIdentifier) {
        new Snapshots(account).delete(DATABASE, snapshotIdentifier);
    }

    @Override
    public List<String> databaseSnapshots(String instanceIdentifier) {
        return new Snapshots(account).of(DATABASE, instanceIdentifier);
    }

    @Override
    public void deleteDatabaseClusterSnapshot(String snapshotIdentifier) {
        new Snapshots(account).delete(DatabaseClusterView.CLUSTER, snapshotIdentifier);
    }

    @Override
    public List<String> databaseClusterSnapshots(String clusterIdentifier) {
        return new Snapshots(account).of(DatabaseClusterView.CLUSTER, clusterIdentifier);
    }

    @Override
    public void scheduleKeyDeletion(String keyId, int days) {
        String id = keyId.substring(keyId.lastIndexOf('/') + 1);
        with("AWS::KMS::Key", id, key -> account.byHand().change(key, PENDING_DELETION, true));
    }

    @Override
    public List<String> loadBalancersMadeByCluster(String clusterName, String vpcId) {
        return new EdgeView(account.snapshot()).madeByCluster(clusterName, vpcId);
    }

    @Override
    public void deleteLoadBalancer(String loadBalancerArn) {
        with(EdgeView.LOAD_BALANCER, loadBalancerArn, account.byHand()::remove);
    }

    /** Rehearsed services take their interfaces with them. */
    @Override
    public List<String> unusedInterfaces(String vpcId) {
        return List.of();
    }

    @Override
    public void deleteInterface(String interfaceId) {
        throw notFound("ec2:DeleteNetworkInterface", "The networkInterface ID '" + interfaceId + "' does not exist");
    }

    @Override
    public List<String> logGroups(List<String> names) {
        AccountSnapshot snapshot = account.snapshot();
        return names.stream()
                .filter(name -> snapshot.find(LOG_GROUP, name).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void deleteLogGroup(String name) {
        with(LOG_GROUP, name, account.byHand()::remove);
    }

    @Override
    public List<String> securityGroupsLeftByOthers(String clusterName, String vpcId) {
        return new SecurityGroupView(account.snapshot()).leftByOthers(clusterName, vpcId);
    }

    @Override
    public void deleteSecurityGroup(String groupId) {
        new GroupRemoval(account).remove(groupId);
    }

    private void unprotect(Live database) {
        account.byHand().change(database, PROTECTION, false);
    }

    /** What is not there needs no change: the actions are idempotent. */
    private void with(String type, String physicalId, Consumer<Live> change) {
        synchronized (account) {
            account.snapshot().find(type, physicalId).ifPresent(live -> account.change(() -> change.accept(live)));
        }
    }

    private static CloudException notFound(String call, String message) {
        return new CloudException(new CloudFailure.NotFound(call, message));
    }
}
