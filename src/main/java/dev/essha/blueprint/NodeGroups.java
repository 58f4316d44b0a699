package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.NetworkPlan.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The worker nodes, a managed group in each zone. Groups have no names of their own, so that CloudFormation may replace
 * one by making the new before it removes the old.
 */
final class NodeGroups {

    private static final String DEPLOYMENT_LABEL = "ess-ha/deployment";

    private NodeGroups() {}

    /** @param ready what has to stand before nodes can become ready */
    static List<ResourceRef> add(StackDraft stack, ResourceRef cluster, List<ResourceRef> ready) {
        ResourceRef role = role(stack);
        ResourceRef template = NodeTemplate.add(stack, cluster);
        List<ResourceRef> groups = new ArrayList<>();
        List<Zone> zones = stack.plan().network().zones();
        for (int i = 0; i < zones.size(); i++) {
            Resource group = group(zones.get(i), stack.plan().compute())
                    .with("ClusterName", cluster.ref())
                    .with("NodeRole", role.att("Arn"))
                    .with("Subnets", Value.list(Value.select(i, stack.input(Output.PRIVATE_SUBNET_IDS))))
                    .with("LaunchTemplate", latest(template))
                    .with(
                            "Labels",
                            Fields.of(DEPLOYMENT_LABEL, stack.plan().name().value()));
            groups.add(stack.add(group.after(ready.toArray(ResourceRef[]::new))));
        }
        return List.copyOf(groups);
    }

    /** Addresses for pods are the network plug-in's business and secrets are the pods': nodes join and pull images. */
    private static ResourceRef role(StackDraft stack) {
        Resource role = Roles.role(
                "NodeRole", "Nodes join the cluster and pull images", PolicyDocument.trust(ServicePrincipal.EC2));
        return stack.add(Roles.withManaged(role, "AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy"));
    }

    private static Resource group(Zone zone, ComputePlan plan) {
        return Resource.of("Nodes" + zone.name().letter().toUpperCase(Locale.ROOT), "AWS::EKS::Nodegroup")
                .with("AmiType", CpuArchitecture.of(plan.instanceType()).amiType())
                .with("CapacityType", "ON_DEMAND")
                .with(
                        "ScalingConfig",
                        Fields.of("MinSize", plan.nodesPerZone())
                                .with("DesiredSize", plan.nodesPerZone())
                                .with("MaxSize", plan.maxNodesPerZone()))
                .with("UpdateConfig", Fields.of("MaxUnavailable", 1))
                .with("NodeRepairConfig", Fields.of("Enabled", true));
    }

    private static Fields latest(ResourceRef template) {
        return Fields.of("Id", template.ref()).with("Version", template.att("LatestVersionNumber"));
    }
}
