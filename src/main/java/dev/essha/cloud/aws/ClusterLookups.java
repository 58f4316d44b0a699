package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Compute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.AutoScalingGroup;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.LogSetup;
import software.amazon.awssdk.services.eks.model.Logging;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.NodegroupResources;

/** The Kubernetes cluster as EKS sees it. */
final class ClusterLookups {

    private static final String SECRETS = "secrets";

    private final AwsClients clients;

    ClusterLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Compute.Cluster> cluster(String name) {
        return Existing.find(() -> eks().describeCluster(r -> r.name(name))).map(answer -> cluster(answer.cluster()));
    }

    List<Compute.NodeGroup> nodeGroups(String clusterName) {
        return Existing.find(() -> eks().listNodegroupsPaginator(r -> r.clusterName(clusterName)).nodegroups().stream()
                        .sorted()
                        .toList())
                .stream()
                .flatMap(List::stream)
                .flatMap(name -> nodeGroup(clusterName, name).stream())
                .toList();
    }

    List<Compute.Addon> addons(String clusterName) {
        return Existing.find(() -> eks().listAddonsPaginator(r -> r.clusterName(clusterName)).addons().stream()
                        .sorted()
                        .toList())
                .stream()
                .flatMap(List::stream)
                .flatMap(name -> addon(clusterName, name).stream())
                .toList();
    }

    private Optional<Compute.NodeGroup> nodeGroup(String cluster, String name) {
        return Existing.find(() ->
                        eks().describeNodegroup(r -> r.clusterName(cluster).nodegroupName(name)))
                .map(answer -> nodeGroup(answer.nodegroup()));
    }

    private Optional<Compute.Addon> addon(String cluster, String name) {
        return Existing.find(
                        () -> eks().describeAddon(r -> r.clusterName(cluster).addonName(name)))
                .map(answer -> addon(answer.addon()));
    }

    private static Compute.Cluster cluster(Cluster cluster) {
        return new Compute.Cluster(
                cluster.name(),
                cluster.arn(),
                cluster.statusAsString(),
                cluster.version(),
                text(cluster.resourcesVpcConfig().vpcId()),
                cluster.resourcesVpcConfig().subnetIds().stream().sorted().toList(),
                yes(cluster.resourcesVpcConfig().endpointPublicAccess()),
                cluster.resourcesVpcConfig().publicAccessCidrs().stream()
                        .sorted()
                        .toList(),
                cluster.encryptionConfig().stream().anyMatch(e -> e.resources().contains(SECRETS)),
                logTypes(cluster));
    }

    private static List<String> logTypes(Cluster cluster) {
        return Stream.ofNullable(cluster.logging())
                .map(Logging::clusterLogging)
                .flatMap(List::stream)
                .filter(setup -> yes(setup.enabled()))
                .map(LogSetup::typesAsStrings)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static Compute.NodeGroup nodeGroup(Nodegroup group) {
        return new Compute.NodeGroup(
                group.nodegroupName(),
                group.statusAsString(),
                group.instanceTypes().stream().findFirst().orElse(""),
                Facts.number(group.scalingConfig().minSize()),
                Facts.number(group.scalingConfig().desiredSize()),
                Facts.number(group.scalingConfig().maxSize()),
                group.subnets().stream().sorted().toList(),
                scalingGroups(group));
    }

    private static List<String> scalingGroups(Nodegroup group) {
        return Stream.ofNullable(group.resources())
                .map(NodegroupResources::autoScalingGroups)
                .flatMap(List::stream)
                .map(AutoScalingGroup::name)
                .sorted()
                .toList();
    }

    private static Compute.Addon addon(Addon addon) {
        return new Compute.Addon(addon.addonName(), addon.addonVersion(), addon.statusAsString());
    }

    private EksClient eks() {
        return clients.eks();
    }
}
