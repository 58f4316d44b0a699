package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Kubernetes cluster on Amazon EKS, with one node group in each zone: a group that spans zones may put its nodes where
 * it likes, and one zone could lack them when it is needed.
 *
 * <p>Nodes become ready only with a network, so the network's add-ons stand before the nodes; what runs in pods comes
 * after them. There is no storage driver: ESS keeps its data in PostgreSQL, S3 and Kafka, not on volumes.
 */
final class ComputeStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.COMPUTE;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef cluster = cluster(stack, role(stack), log(stack));
        List<ResourceRef> network = ClusterAddons.beforeNodes(stack, cluster);
        List<ResourceRef> nodes = NodeGroups.add(stack, cluster, network);
        ClusterAddons.afterNodes(stack, cluster, nodes);
        PodRoles.add(stack, cluster);
        stack.deliver(Output.CLUSTER_NAME, cluster.ref());
    }

    private static ResourceRef role(StackDraft stack) {
        Resource role = Roles.role(
                "ClusterRole",
                "The control plane manages interfaces and security groups in the VPC",
                PolicyDocument.trust(ServicePrincipal.EKS));
        return stack.add(Roles.withManaged(role, "AmazonEKSClusterPolicy"));
    }

    private static ResourceRef log(StackDraft stack) {
        String name = "/aws/eks/" + stack.names().cluster() + "/cluster";
        return LogGroups.add(
                stack, "ControlPlaneLog", name, stack.plan().compute().logDays());
    }

    private static ResourceRef cluster(StackDraft stack, ResourceRef role, ResourceRef log) {
        Resource cluster = Resource.of("Cluster", "AWS::EKS::Cluster")
                .with("Name", stack.names().cluster())
                .with("Version", stack.plan().compute().kubernetesVersion())
                .with("RoleArn", role.att("Arn"))
                .with("ResourcesVpcConfig", reachability(stack))
                .with("EncryptionConfig", Value.list(encryption(stack)))
                .with("Logging", Fields.of("ClusterLogging", Fields.of("EnabledTypes", logTypes())));
        return stack.add(operation(cluster).after(log));
    }

    /**
     * The API is always there inside the VPC; on the internet only for whom the plan names. Its interfaces are in the first
     * three zones: EKS takes other subnets later only if they are in the zones that the cluster was made with. Nodes may be
     * in any zone.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html">Subnet requirements</a>
     */
    private static Fields reachability(StackDraft stack) {
        ComputePlan plan = stack.plan().compute();
        boolean open = !plan.apiCidrs().isEmpty();
        return Fields.of("SubnetIds", FirstZones.privateSubnets(stack))
                .with("EndpointPrivateAccess", true)
                .with("EndpointPublicAccess", open)
                .when(open, f -> f.with("PublicAccessCidrs", cidrs(plan.apiCidrs())));
    }

    private static List<Value> cidrs(List<Cidr> cidrs) {
        return cidrs.stream().sorted().map(Value::text).toList();
    }

    private static Fields encryption(StackDraft stack) {
        return Fields.of("Provider", Fields.of("KeyArn", stack.input(Output.KEY_ARN)))
                .with("Resources", Value.texts("secrets"));
    }

    private static Value logTypes() {
        return Value.list(Stream.of("api", "audit", "authenticator", "controllerManager", "scheduler")
                .map(type -> Fields.of("Type", type))
                .toList());
    }

    /**
     * Whoever installs administers the cluster, through access entries and no config map. Standard support: Kubernetes is
     * upgraded when its version leaves it, rather than paid for six times over. Zonal shift leads traffic inside the
     * cluster away from a zone that is ill.
     */
    private static Resource operation(Resource cluster) {
        return cluster.with(
                        "AccessConfig",
                        Fields.of("AuthenticationMode", "API").with("BootstrapClusterCreatorAdminPermissions", true))
                .with("BootstrapSelfManagedAddons", false)
                .with("UpgradePolicy", Fields.of("SupportType", "STANDARD"))
                .with("ZonalShiftConfig", Fields.of("Enabled", true));
    }
}
