package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.undotted;

import dev.essha.cloud.Actions;
import dev.essha.inventory.Compute;
import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.ResourceRecord;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.kms.model.KeyState;

/** The changes that CloudFormation cannot make. What has gone already needs no removal: that is what makes them idempotent. */
final class AwsActions implements Actions {

    private static final int VALIDATION_TTL = 300;

    private final AwsClients clients;
    private final ClusterLookups cluster;
    private final TargetGroupActions targetGroups;
    private final NetworkTags tags;
    private final DatabaseActions databases;
    private final BucketRemoval buckets;
    private final ClusterLeftovers leftovers;
    private final OthersSecurityGroups securityGroups;
    private final LogGroupActions logs;

    AwsActions(AwsClients clients) {
        this.clients = clients;
        this.cluster = new ClusterLookups(clients);
        this.targetGroups = new TargetGroupActions(clients);
        this.tags = new NetworkTags(clients);
        this.databases = new DatabaseActions(clients);
        this.buckets = new BucketRemoval(clients);
        this.leftovers = new ClusterLeftovers(clients);
        this.securityGroups = new OthersSecurityGroups(clients);
        this.logs = new LogGroupActions(clients);
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
        targetGroups.attach(autoScalingGroup, targetGroupArns);
    }

    @Override
    public void detachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        targetGroups.detach(autoScalingGroup, targetGroupArns);
    }

    @Override
    public void tag(List<String> ids, SortedMap<String, String> keysAndValues) {
        tags.put(ids, keysAndValues);
    }

    @Override
    public void untag(List<String> ids, List<String> keys) {
        tags.remove(ids, keys);
    }

    @Override
    public Optional<DnsRecord> certificateValidation(String certificateArn) {
        return Optional.of(clients.where(certificateArn)
                        .acm()
                        .describeCertificate(r -> r.certificateArn(certificateArn))
                        .certificate())
                .filter(certificate -> certificate.status() == CertificateStatus.PENDING_VALIDATION)
                .flatMap(AwsActions::validation);
    }

    @Override
    public void allowDatabaseDeletion(String instanceIdentifier) {
        databases.allowInstanceDeletion(instanceIdentifier);
    }

    @Override
    public void allowDatabaseClusterDeletion(String clusterIdentifier) {
        databases.allowClusterDeletion(clusterIdentifier);
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
        databases.deleteInstanceSnapshot(snapshotIdentifier);
    }

    @Override
    public List<String> databaseSnapshots(String instanceIdentifier) {
        return databases.instanceSnapshots(instanceIdentifier);
    }

    @Override
    public void deleteDatabaseClusterSnapshot(String snapshotIdentifier) {
        databases.deleteClusterSnapshot(snapshotIdentifier);
    }

    @Override
    public List<String> databaseClusterSnapshots(String clusterIdentifier) {
        return databases.clusterSnapshots(clusterIdentifier);
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

    @Override
    public List<String> securityGroupsLeftByOthers(String clusterName, String vpcId) {
        return securityGroups.left(clusterName, vpcId);
    }

    @Override
    public void deleteSecurityGroup(String groupId) {
        securityGroups.delete(groupId);
    }

    @Override
    public List<String> logGroups(List<String> names) {
        return logs.existing(names);
    }

    @Override
    public void deleteLogGroup(String name) {
        logs.delete(name);
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
}
