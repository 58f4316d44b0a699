package dev.essha.plan;

import java.util.List;

/**
 * What stands between the internet and the cluster (R5-R7).
 *
 * @param loadBalancing the shape of load balancing (R6)
 * @param gateway what stands in front of the VPC (R5)
 * @param allowedCidrs who may connect, everybody by default
 * @param tlsPolicy Elastic Load Balancing's name of the security policy of TLS listeners
 * @param nodePort port on every node where the cluster's ingress listens, 30000 to 32767
 */
public record EdgePlan(
        LoadBalancing loadBalancing, Gateway gateway, List<Cidr> allowedCidrs, String tlsPolicy, int nodePort) {

    public EdgePlan {
        allowedCidrs = List.copyOf(allowedCidrs);
    }

    /** The shapes that R6 allows. */
    public enum LoadBalancing {
        /** One network load balancer over all zones, with cross-zone balancing. */
        SINGLE
    }

    /** What stands in front of the VPC. */
    public enum Gateway {
        NONE
    }
}
