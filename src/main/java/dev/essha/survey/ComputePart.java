package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Lookups;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Observed;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The look-ups of cluster, nodes and registry, under way. */
record ComputePart(
        CompletableFuture<Observed<Optional<Compute.Cluster>>> cluster,
        CompletableFuture<Observed<List<Compute.NodeGroup>>> nodeGroups,
        CompletableFuture<Observed<List<Compute.Addon>>> addons,
        CompletableFuture<Observed<List<Compute.Node>>> nodes,
        CompletableFuture<Observed<List<Compute.ScalingGroup>>> scalingGroups,
        CompletableFuture<Observed<List<Compute.Repository>>> repositories) {

    private static final String NODES = "autoscaling:DescribeAutoScalingGroups, ec2:DescribeInstances";

    static ComputePart start(Ids ids, Lookups lookups, ResourceNames names) {
        Observer observer = ids.observer();
        var nodeGroups = ids.of(Output.CLUSTER_NAME, "eks:DescribeNodegroup", lookups::nodeGroups);
        var groupNames = nodeGroups.thenApply(groups -> groups.map(ComputePart::autoScalingGroups));
        return new ComputePart(
                ids.of(Output.CLUSTER_NAME, "eks:DescribeCluster", lookups::cluster),
                nodeGroups,
                ids.of(Output.CLUSTER_NAME, "eks:DescribeAddon", lookups::addons),
                observer.look(groupNames, NODES, lookups::nodes),
                observer.look(groupNames, "autoscaling:DescribeAutoScalingGroups", lookups::scalingGroups),
                ids.byName(
                        StageId.REGISTRY,
                        "ecr:DescribeRepositories",
                        () -> lookups.repositories(names.prefix() + "/")));
    }

    private static List<String> autoScalingGroups(List<Compute.NodeGroup> groups) {
        return groups.stream().flatMap(g -> g.autoScalingGroups().stream()).toList();
    }
}
