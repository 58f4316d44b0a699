package dev.essha.plan;

import java.util.List;

/**
 * What stands between the internet and the cluster (R5-R7).
 *
 * @param loadBalancing the shape of load balancing (R6)
 * @param gateway what stands in front of the VPC (R5)
 * @param requestsPerClient how many requests one address may send in five minutes before a gateway turns it away
 * @param allowedCidrs who may connect, everybody by default
 * @param tlsPolicy Elastic Load Balancing's name of the security policy of TLS listeners
 * @param nodePort port on every node where the cluster's ingress listens, 30000 to 32767
 */
public record EdgePlan(
        LoadBalancing loadBalancing,
        Gateway gateway,
        int requestsPerClient,
        List<Cidr> allowedCidrs,
        String tlsPolicy,
        int nodePort) {

    /** Of each client in five minutes: a person with a busy app stays far below. */
    public static final int DEFAULT_REQUESTS_PER_CLIENT = 10_000;

    public EdgePlan {
        allowedCidrs = List.copyOf(allowedCidrs);
    }

    /** With the usual number of requests per client. */
    public EdgePlan(
            LoadBalancing loadBalancing, Gateway gateway, List<Cidr> allowedCidrs, String tlsPolicy, int nodePort) {
        this(loadBalancing, gateway, DEFAULT_REQUESTS_PER_CLIENT, allowedCidrs, tlsPolicy, nodePort);
    }

    /** Whether the ranges leave nobody out. */
    public boolean isOpenToAll() {
        return allowedCidrs.contains(Cidr.ANYWHERE);
    }

    /** The shapes that R6 allows. */
    public enum LoadBalancing {
        /** One network load balancer over all zones, with cross-zone balancing. */
        SINGLE,
        /** One in each public subnet; weighted records with health checks, in Route 53, share the traffic out. */
        PER_ZONE,
        /** One in each public subnet, and AWS Global Accelerator in front of them. */
        FRONTED
    }

    /** What stands in front of the VPC. */
    public enum Gateway {
        NONE,
        /** Amazon CloudFront with an AWS WAF web ACL; the load balancers then accept nobody else. */
        CLOUDFRONT
    }
}
