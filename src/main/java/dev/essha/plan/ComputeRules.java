package dev.essha.plan;

import java.util.List;
import java.util.Set;

/** What ESS and Amazon EKS ask of the cluster. */
final class ComputeRules {

    static final List<Rule> ALL = List.of(
            Rule.format(
                    "compute.kubernetesVersion",
                    Format.KUBERNETES_VERSION,
                    plan -> plan.compute().kubernetesVersion()),
            Rule.of(ComputeRules::kubernetesIsNewEnough, "compute.kubernetesVersion"),
            Rule.format(
                    "compute.instanceType",
                    Format.INSTANCE_TYPE,
                    plan -> plan.compute().instanceType()),
            Rule.of(ComputeRules::nodesAreLargeEnough, "compute.instanceType"),
            Rule.range(
                    "compute.nodesPerZone",
                    Limits.NODES_PER_ZONE,
                    plan -> plan.compute().nodesPerZone()),
            Rule.range(
                    "compute.maxNodesPerZone",
                    Limits.NODES_PER_ZONE,
                    plan -> plan.compute().maxNodesPerZone()),
            Rule.of(ComputeRules::nodesMayOnlyBecomeMore, "compute.nodesPerZone", "compute.maxNodesPerZone"),
            Rule.range(
                    "compute.diskGiB",
                    Limits.NODE_DISK_GIB,
                    plan -> plan.compute().diskGiB()),
            Rule.few(
                    "compute.apiCidrs", Limits.API_CIDRS, plan -> plan.compute().apiCidrs()),
            Rule.different("compute.apiCidrs", plan -> plan.compute().apiCidrs()),
            Rule.oneOf(
                    "compute.logDays", Limits.LOG_DAYS, plan -> plan.compute().logDays()));

    /** @see <a href="https://docs.inrupt.com/ess/installation">ESS, prerequisites</a> */
    private static final int OLDEST_MINOR = 28;

    /**
     * Sizes with fewer than the 4 vCPU and 8 GiB that ESS needs of a node, in every family of EC2: a large has 2 vCPU.
     *
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html">General purpose</a>, <a
     *     href="https://docs.aws.amazon.com/ec2/latest/instancetypes/co.html">compute optimized</a>
     */
    private static final Set<String> TOO_SMALL = Set.of("nano", "micro", "small", "medium", "large");

    private ComputeRules() {}

    private static List<Problem> kubernetesIsNewEnough(Plan plan) {
        String version = plan.compute().kubernetesVersion();
        boolean fine = !Format.KUBERNETES_VERSION.matches(version) || minor(version) >= OLDEST_MINOR;
        return Rule.unless(fine, "compute.kubernetesVersion", "compute.kubernetes-too-old", version, OLDEST_MINOR);
    }

    private static List<Problem> nodesAreLargeEnough(Plan plan) {
        String type = plan.compute().instanceType();
        boolean fine = !TOO_SMALL.contains(type.substring(type.indexOf('.') + 1));
        return Rule.unless(fine, "compute.instanceType", "compute.node-too-small", type);
    }

    private static List<Problem> nodesMayOnlyBecomeMore(Plan plan) {
        int nodes = plan.compute().nodesPerZone();
        int max = plan.compute().maxNodesPerZone();
        return Rule.unless(max >= nodes, "compute.maxNodesPerZone", "compute.max-below-nodes", max, nodes);
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(2));
    }
}
