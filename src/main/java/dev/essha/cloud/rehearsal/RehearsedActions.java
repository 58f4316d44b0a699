package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.plan.DnsRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The changes without CloudFormation, made to the account in memory. */
final class RehearsedActions implements Actions {

    /** Marks a key; no property of CloudFormation's. */
    static final String PENDING_DELETION = "PendingDeletion";

    private static final String DELETION_PROTECTION = "deletion_protection.enabled";
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String ATTRIBUTES = "LoadBalancerAttributes";

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
        String call = "autoscaling:AttachLoadBalancerTargetGroups";
        synchronized (account) {
            AccountSnapshot snapshot = account.snapshot();
            if (new ComputeView(snapshot)
                    .scalingGroups(List.of(autoScalingGroup))
                    .isEmpty()) {
                throw notFound(call, "AutoScalingGroup name not found - " + autoScalingGroup);
            }
            targetGroupArns.stream()
                    .filter(arn -> snapshot.find("AWS::ElasticLoadBalancingV2::TargetGroup", arn)
                            .isEmpty())
                    .findFirst()
                    .ifPresent(arn -> {
                        throw notFound(call, "Target groups not found: " + arn);
                    });
            account.change(() -> account.byHand().attach(autoScalingGroup, Set.copyOf(targetGroupArns)));
        }
    }

    @Override
    public Optional<DnsRecord> certificateValidation(String certificateArn) {
        Live certificate = account.snapshot()
                .find("AWS::CertificateManager::Certificate", certificateArn)
                .orElseThrow(() -> notFound("acm:DescribeCertificate", "Could not find certificate " + certificateArn));
        return Optional.of(certificate)
                .filter(c -> !c.ready())
                .flatMap(c -> ValidationRecords.of(c).stream().findFirst());
    }

    @Override
    public void allowDatabaseDeletion(String instanceIdentifier) {
        with(
                "AWS::RDS::DBInstance",
                instanceIdentifier,
                db -> account.byHand().override(db, "DeletionProtection", false));
    }

    @Override
    public void allowLoadBalancerDeletion(String loadBalancerArn) {
        with(
                EdgeView.LOAD_BALANCER,
                loadBalancerArn,
                balancer -> account.byHand().override(balancer, ATTRIBUTES, unprotected(balancer.properties())));
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
        synchronized (account) {
            account.snapshots().stream()
                    .filter(s -> Account.snapshotId(s).equals(snapshotIdentifier))
                    .forEach(s -> account.change(() -> account.byHand().remove(s)));
        }
    }

    @Override
    public List<String> databaseSnapshots(String instanceIdentifier) {
        return account.snapshots().stream()
                .filter(s -> s.physicalId().equals(instanceIdentifier))
                .map(Account::snapshotId)
                .sorted()
                .toList();
    }

    @Override
    public void scheduleKeyDeletion(String keyId, int days) {
        String id = keyId.substring(keyId.lastIndexOf('/') + 1);
        with("AWS::KMS::Key", id, key -> account.byHand().override(key, PENDING_DELETION, true));
    }

    /** Nothing runs in a rehearsed cluster that could make one. */
    @Override
    public List<String> loadBalancersMadeByCluster(String clusterName, String vpcId) {
        return List.of();
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

    /** What is not there needs no change: the actions are idempotent. */
    private void with(String type, String physicalId, Consumer<Live> change) {
        synchronized (account) {
            account.snapshot().find(type, physicalId).ifPresent(live -> account.change(() -> change.accept(live)));
        }
    }

    private static List<Map<String, Object>> unprotected(Properties balancer) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        balancer.objects(ATTRIBUTES).forEach(a -> {
            Map<String, Object> copy = new LinkedHashMap<>(a.values());
            if (a.text("Key").equals(DELETION_PROTECTION)) {
                copy.put("Value", "false");
            }
            attributes.add(copy);
        });
        return attributes;
    }

    private static CloudException notFound(String call, String message) {
        return new CloudException(new CloudFailure.NotFound(call, message));
    }

    @Override
    public void detachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tag(List<String> ids, SortedMap<String, String> tags) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void untag(List<String> ids, List<String> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void allowDatabaseClusterDeletion(String clusterIdentifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteDatabaseClusterSnapshot(String snapshotIdentifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> databaseClusterSnapshots(String clusterIdentifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> securityGroupsLeftByOthers(String clusterName, String vpcId) {
        return List.of();
    }

    @Override
    public void deleteSecurityGroup(String groupId) {
        throw new UnsupportedOperationException();
    }
}
