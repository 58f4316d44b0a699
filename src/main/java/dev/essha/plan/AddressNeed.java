package dev.essha.plan;

import java.util.Map;

/**
 * How many addresses a zone's private subnet has to hold. Pods have addresses of the VPC: a node of EKS takes as many
 * as its network interfaces carry, used or not, and upgrades start one more node first.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html">Amazon VPC CNI</a>
 */
public final class AddressNeed {

    /**
     * Addresses on all interfaces of an instance, by size: 4 x 15 up to 2xlarge, 8 x 30 up to 12xlarge, 15 x 50 above.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html">Addresses per interface</a>
     */
    private static final Map<String, Integer> BY_SIZE =
            Map.of("xlarge", 60, "2xlarge", 60, "4xlarge", 240, "8xlarge", 240, "9xlarge", 240, "12xlarge", 240);

    private static final int LARGEST = 750;

    /** EKS wants at least six in a subnet, better sixteen. @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html">EKS</a> */
    private static final int CLUSTER = 16;

    /** The database and its standby, a replacement of either, the load balancer's and interface endpoints. */
    private static final int REST = 16;

    private AddressNeed() {}

    /** How many usable addresses each private subnet of a plan needs. */
    public static long ofPrivateSubnet(Plan plan) {
        ComputePlan compute = plan.compute();
        long nodes = Math.max(compute.nodesPerZone(), compute.maxNodesPerZone()) + 1L;
        return nodes * perNode(compute.instanceType())
                + CLUSTER
                + plan.messaging().brokersPerZone()
                + REST;
    }

    private static int perNode(String instanceType) {
        return BY_SIZE.getOrDefault(instanceType.substring(instanceType.indexOf('.') + 1), LARGEST);
    }
}
