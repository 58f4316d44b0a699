package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Partition;
import dev.essha.plan.Partition.Feature;
import java.util.List;

/**
 * What EKS installs in the cluster and keeps up to date, each in the version that it holds to be right for the cluster's.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html">Add-ons</a>
 */
final class ClusterAddons {

    private ClusterAddons() {}

    /** What runs on the host network: without them no node becomes ready. */
    static List<ResourceRef> beforeNodes(StackDraft stack, ResourceRef cluster) {
        ResourceRef podIdentity = stack.add(addon("PodIdentityAgent", "eks-pod-identity-agent", cluster));
        ResourceRef proxy = stack.add(addon("KubeProxy", "kube-proxy", cluster));
        ResourceRef network = stack.add(addon("VpcCni", "vpc-cni", cluster)
                .with("PodIdentityAssociations", Value.list(networkIdentity(stack)))
                .after(podIdentity));
        return List.of(podIdentity, proxy, network);
    }

    /**
     * What runs in pods: name resolution, and the certificate manager that ESS asks for (R13), where EKS has one.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html">Community add-ons</a>
     */
    static void afterNodes(StackDraft stack, ResourceRef cluster, List<ResourceRef> nodes) {
        ResourceRef[] all = nodes.toArray(ResourceRef[]::new);
        ResourceRef dns = stack.add(addon("CoreDns", "coredns", cluster).after(all));
        if (Partition.offers(stack.plan().region(), Feature.COMMUNITY_ADDONS)) {
            stack.add(addon("CertManager", "cert-manager", cluster).after(dns));
        }
    }

    private static Resource addon(String logicalId, String name, ResourceRef cluster) {
        return Resource.of(logicalId, "AWS::EKS::Addon")
                .with("ClusterName", cluster.ref())
                .with("AddonName", name)
                .with("ResolveConflicts", "OVERWRITE");
    }

    /** The plug-in has the right to make interfaces, so that nodes need not. */
    private static Fields networkIdentity(StackDraft stack) {
        Resource role = Roles.role(
                "NetworkRole",
                "The network plug-in gives pods their addresses",
                PodRoles.trust(stack, ServiceAccount.NETWORK));
        ResourceRef added = stack.add(Roles.withManaged(role, "AmazonEKS_CNI_Policy"));
        return Fields.of("ServiceAccount", ServiceAccount.NETWORK.account()).with("RoleArn", added.att("Arn"));
    }
}
