package dev.essha.plan.yaml;

import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.Format;
import dev.essha.plan.Limits;
import java.util.List;

/** {@code compute}. */
final class ComputeSettings {

    private static final Setting<ComputePlan, String> KUBERNETES_VERSION = Setting.optional(
            "kubernetesVersion",
            Text.of(Format.KUBERNETES_VERSION),
            ComputePlan::kubernetesVersion,
            "Kubernetes version of the cluster, 1.28 or later for ESS. EKS charges extra for versions past their"
                    + " standard support.");

    private static final Setting<ComputePlan, String> INSTANCE_TYPE = Setting.optional(
            "instanceType",
            Text.of(Format.INSTANCE_TYPE),
            ComputePlan::instanceType,
            "Size of each worker node, for ESS at least 4 vCPU and 8 GiB.");

    private static final Setting<ComputePlan, Integer> NODES_PER_ZONE = Setting.optional(
            "nodesPerZone",
            Whole.in(Limits.NODES_PER_ZONE),
            ComputePlan::nodesPerZone,
            "Worker nodes in each zone. ESS needs three in all.");

    private static final Setting<ComputePlan, Integer> MAX_NODES_PER_ZONE = Setting.optional(
            "maxNodesPerZone",
            Whole.in(Limits.NODES_PER_ZONE),
            ComputePlan::maxNodesPerZone,
            "Up to how many nodes an autoscaler may run in each zone. The private subnets must have addresses for"
                    + " them.");

    private static final Setting<ComputePlan, Integer> DISK = Setting.optional(
            "diskGiB",
            Whole.in(Limits.NODE_DISK_GIB),
            ComputePlan::diskGiB,
            "Disk of each node in GiB, for its system and for images. ESS keeps no data there.");

    private static final Setting<ComputePlan, List<Cidr>> API_CIDRS = Setting.optional(
            "apiCidrs",
            new Listing<>(Shapes.CIDR, 0),
            ComputePlan::apiCidrs,
            "Who may reach the cluster's API over the internet, besides having to sign in. With [], it is reached from"
                    + " inside the VPC only. List your own address to use kubectl from where you are, such as"
                    + " 203.0.113.7/32.");

    private static final Setting<ComputePlan, Integer> LOG_DAYS = Setting.optional(
            "logDays", Shapes.LOG_DAYS, ComputePlan::logDays, "How long the control plane's logs are kept, in days.");

    private ComputeSettings() {}

    static Section<ComputePlan> section(ComputePlan defaults) {
        return new Section<>(
                defaults,
                List.of(
                        KUBERNETES_VERSION,
                        INSTANCE_TYPE,
                        NODES_PER_ZONE,
                        MAX_NODES_PER_ZONE,
                        DISK,
                        API_CIDRS,
                        LOG_DAYS),
                v -> new ComputePlan(
                        v.get(KUBERNETES_VERSION),
                        v.get(INSTANCE_TYPE),
                        v.get(NODES_PER_ZONE),
                        v.get(MAX_NODES_PER_ZONE),
                        v.get(DISK),
                        v.get(API_CIDRS),
                        v.get(LOG_DAYS)),
                true);
    }
}
