package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.undotted;

import dev.essha.cloud.Actions;
import dev.essha.inventory.Compute;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.ResourceRecord;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** The changes that CloudFormation cannot make. What has gone already needs no removal: that is what makes them idempotent. */
final class AwsActions implements Actions {

    private static final int VALIDATION_TTL = 300;
    private static final int GROUPS_PER_CALL = 10;

    private final AwsClients clients;
    private final ClusterLookups cluster;
    private final NodeLookups nodes;
    private final BucketRemoval buckets;
    private final ClusterLeftovers leftovers;

    AwsActions(AwsClients clients) {
        this.clients = clients;
        this.cluster = new ClusterLookups(clients);
        this.nodes = new NodeLookups(clients);
        this.buckets = new BucketRemoval(clients);
        this.leftovers = new ClusterLeftovers(clients);
    }

    @Override
    public List<String> autoScalingGroups(String clusterName) {
        return cluster.nodeGroups(clusterName).stream()
                .map(Compute.NodeGroup::autoScalingGroups)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    @Override
    public void attachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        List<String> attached = nodes.scalingGroups(List.of(autoScalingGroup)).stream()
                .flatMap(group -> group.targetGroupArns().stream())
                .toList();
        targetGroupArns.stream()
                .filter(arn -> !attached.contains(arn))
                .gather(Gatherers.windowFixed(GROUPS_PER_CALL))
                .forEach(some -> clients.autoScaling()
                        .attachLoadBalancerTargetGroups(
                                r -> r.autoScalingGroupName(autoScalingGroup).targetGroupARNs(some)));
    }

    @Override
    public Optional<DnsRecord> certificateValidation(String certificateArn) {
        return Optional.of(clients.acm()
                        .describeCertificate(r -> r.certificateArn(certificateArn))
                        .certificate())
                .filter(certificate -> certificate.status() == CertificateStatus.PENDING_VALIDATION)
                .flatMap(AwsActions::validation);
    }

    @Override
    public void allowDatabaseDeletion(String instanceIdentifier) {
        Existing.ifThere(() -> clients.rds()
                .modifyDBInstance(r -> r.dbInstanceIdentifier(instanceIdentifier)
                        .deletionProtection(false)
                        .applyImmediately(true)));
    }

    @Override
    public void allowLoadBalancerDeletion(String loadBalancerArn) {
        LoadBalancerAttribute off = LoadBalancerAttribute.builder()
                .key("deletion_protection.enabled")
                .value("false")
                .build();
        Existing.ifThere(() -> clients.loadBalancing()
                .modifyLoadBalancerAttributes(
                        r -> r.loadBalancerArn(loadBalancerArn).attributes(off)));
    }

    @Override
    public void emptyBucket(String bucketName) {
        buckets.empty(bucketName);
    }

    @Override
    public void deleteBucket(String bucketName) {
        buckets.delete(bucketName);
    }

    @Override
    public void deleteDatabaseSnapshot(String snapshotIdentifier) {
        Existing.ifThere(() -> clients.rds().deleteDBSnapshot(r -> r.dbSnapshotIdentifier(snapshotIdentifier)));
    }

    /**
     * The final snapshot that CloudFormation takes of a deleted instance is a manual one, keeps naming the instance and
     * carries its tags.
     */
    @Override
    public List<String> databaseSnapshots(String instanceIdentifier) {
        return clients
                .rds()
                .describeDBSnapshotsPaginator(
                        r -> r.dbInstanceIdentifier(instanceIdentifier).snapshotType("manual"))
                .dbSnapshots()
                .stream()
                .filter(s -> s.tagList().stream().anyMatch(t -> t.key().equals(ResourceNames.DEPLOYMENT_TAG)))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .sorted()
                .toList();
    }

    @Override
    public void scheduleKeyDeletion(String keyId, int days) {
        Existing.find(() -> clients.kms().describeKey(r -> r.keyId(keyId)))
                .filter(answer -> answer.keyMetadata().keyState() != KeyState.PENDING_DELETION)
                .ifPresent(_ ->
                        clients.kms().scheduleKeyDeletion(r -> r.keyId(keyId).pendingWindowInDays(days)));
    }

    @Override
    public List<String> loadBalancersMadeByCluster(String clusterName, String vpcId) {
        return leftovers.loadBalancers(clusterName, vpcId);
    }

    @Override
    public void deleteLoadBalancer(String loadBalancerArn) {
        Existing.ifThere(() -> clients.loadBalancing().deleteLoadBalancer(r -> r.loadBalancerArn(loadBalancerArn)));
    }

    @Override
    public List<String> unusedInterfaces(String vpcId) {
        return leftovers.unusedInterfaces(vpcId);
    }

    @Override
    public void deleteInterface(String interfaceId) {
        Existing.ifThere(() -> clients.ec2().deleteNetworkInterface(r -> r.networkInterfaceId(interfaceId)));
    }

    /** A domain and its wildcard are proved by the same record. */
    private static Optional<DnsRecord> validation(CertificateDetail certificate) {
        return certificate.domainValidationOptions().stream()
                .map(DomainValidation::resourceRecord)
                .filter(record -> record != null)
                .findFirst()
                .map(AwsActions::dnsRecord);
    }

    private static DnsRecord dnsRecord(ResourceRecord record) {
        return new DnsRecord(undotted(record.name()), record.typeAsString(), undotted(record.value()), VALIDATION_TTL);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteSecurityGroup(String groupId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> logGroups(List<String> names) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteLogGroup(String name) {
        throw new UnsupportedOperationException();
    }
}
