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

    /**
     * EKS wants at least six in a subnet, better sixteen.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html">EKS</a>
     */
    private static final int CLUSTER = 16;

    /** A database's instance and the one that replaces it. */
    private static final int DATABASE = 2;

    /**
     * What a load balancer wants to find free in its subnet.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html">Subnets of a load balancer</a>
     */
    private static final int LOAD_BALANCER = 8;

    /** For what AWS puts there by itself, or a person later. */
    private static final int SPARE = 8;

    private AddressNeed() {}

    /** How many usable addresses the private subnet of a zone needs. */
    public static long ofPrivateSubnet(Plan plan, NetworkPlan.Zone zone) {
        return nodes(plan.compute())
                + CLUSTER
                + DatabaseServer.of(plan).size() * DATABASE
                + brokers(plan, zone)
                + endpoints(plan)
                + (plan.domain().privateZone() ? LOAD_BALANCER : 0)
                + SPARE;
    }

    /** How many free addresses the public subnet of a zone needs. */
    public static long ofPublicSubnet() {
        return LOAD_BALANCER;
    }

    private static long nodes(ComputePlan compute) {
        long nodes = Math.max(compute.nodesPerZone(), compute.maxNodesPerZone()) + 1L;
        return nodes * perNode(compute.instanceType());
    }

    /** Each has an address in each zone. */
    private static long endpoints(Plan plan) {
        boolean wanted = plan.network().egress() == NetworkPlan.Egress.NONE;
        return wanted ? InterfaceEndpoint.in(plan.region()).size() : 0;
    }

    private static long brokers(Plan plan, NetworkPlan.Zone zone) {
        return plan.network().kafkaZones().contains(zone) ? plan.messaging().brokersPerZone() : 0;
    }

    private static int perNode(String instanceType) {
        return BY_SIZE.getOrDefault(instanceType.substring(instanceType.indexOf('.') + 1), LARGEST);
    }
}
