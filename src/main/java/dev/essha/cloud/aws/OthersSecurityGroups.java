package dev.essha.cloud.aws;

import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.eks.model.Cluster;

/** Security groups that a cluster, its controllers or AWS Global Accelerator made and that nobody removes for us. */
final class OthersSecurityGroups {

    private static final String VPC = "vpc-id";

    /**
     * EKS puts this on the group that it makes for a cluster, and means to remove it with the cluster.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">Security group requirements</a>
     */
    private static final String CLUSTER_TAG = "aws:eks:cluster-name";

    /**
     * Global Accelerator makes one group in a VPC for all accelerators, and may remove only what has this tag.
     *
     * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/security-iam-awsmanpol.html">Managed policies of
     *     Global Accelerator</a>
     */
    private static final Map.Entry<String, String> ACCELERATOR_TAG = Map.entry("AWSServiceName", "GlobalAccelerator");

    private static final String STACK_TAG = "aws:cloudformation:stack-id";

    private final AwsClients clients;
    private final SecurityGroupLookups groups;

    OthersSecurityGroups(AwsClients clients) {
        this.clients = clients;
        this.groups = new SecurityGroupLookups(clients);
    }

    List<String> left(String clusterName, String vpcId) {
        Optional<Cluster> cluster = cluster(clusterName);
        Set<String> used = used(vpcId);
        return groups.matching(VPC, vpcId)
                .filter(group -> !used.contains(group.groupId()))
                .filter(group -> isOthers(Facts.tags(group.tags(), Tag::key, Tag::value), clusterName))
                .filter(group -> cluster.isEmpty() || !isOf(cluster.get(), group))
                .map(SecurityGroup::groupId)
                .sorted()
                .toList();
    }

    void delete(String groupId) {
        groups.matching("ip-permission.group-id", groupId)
                .filter(other -> !other.groupId().equals(groupId))
                .forEach(other -> revokeIngress(other, groupId));
        groups.matching("egress.ip-permission.group-id", groupId)
                .filter(other -> !other.groupId().equals(groupId))
                .forEach(other -> revokeEgress(other, groupId));
        Existing.ifThere(() -> clients.ec2().deleteSecurityGroup(r -> r.groupId(groupId)));
    }

    private void revokeIngress(SecurityGroup group, String peer) {
        Existing.ifThere(() -> clients.ec2()
                .revokeSecurityGroupIngress(
                        r -> r.groupId(group.groupId()).ipPermissions(naming(peer, group.ipPermissions()))));
    }

    private void revokeEgress(SecurityGroup group, String peer) {
        Existing.ifThere(() -> clients.ec2()
                .revokeSecurityGroupEgress(
                        r -> r.groupId(group.groupId()).ipPermissions(naming(peer, group.ipPermissionsEgress()))));
    }

    /** Of a group's rules, only what names a peer: whoever else is in the same rule keeps it. */
    private static List<IpPermission> naming(String peer, List<IpPermission> permissions) {
        return permissions.stream()
                .filter(p -> p.userIdGroupPairs().stream().anyMatch(pair -> peer.equals(pair.groupId())))
                .map(p -> IpPermission.builder()
                        .ipProtocol(p.ipProtocol())
                        .fromPort(p.fromPort())
                        .toPort(p.toPort())
                        .userIdGroupPairs(
                                UserIdGroupPair.builder().groupId(peer).build())
                        .build())
                .toList();
    }

    private static boolean isOthers(Map<String, String> tags, String clusterName) {
        boolean held = tags.containsKey(ResourceNames.DEPLOYMENT_TAG) || tags.containsKey(STACK_TAG);
        return !held
                && (tags.entrySet().contains(ACCELERATOR_TAG)
                        || clusterName.equals(tags.get(CLUSTER_TAG))
                        || ClusterLeftovers.isClusters(tags, clusterName));
    }

    /** The cluster's own group counts as in use while the cluster stands, even if it has no nodes any more. */
    private static boolean isOf(Cluster cluster, SecurityGroup group) {
        return group.groupId().equals(cluster.resourcesVpcConfig().clusterSecurityGroupId())
                || group.tags().stream().anyMatch(tag -> tag.key().equals(CLUSTER_TAG));
    }

    private Optional<Cluster> cluster(String name) {
        return Existing.find(
                () -> clients.eks().describeCluster(r -> r.name(name)).cluster());
    }

    private Set<String> used(String vpcId) {
        Filter inVpc = Filter.builder().name(VPC).values(vpcId).build();
        return clients.ec2().describeNetworkInterfacesPaginator(r -> r.filters(inVpc)).networkInterfaces().stream()
                .flatMap(seen -> seen.groups().stream())
                .map(GroupIdentifier::groupId)
                .collect(Collectors.toSet());
    }
}
