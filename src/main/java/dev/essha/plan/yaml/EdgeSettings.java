package dev.essha.plan.yaml;

import dev.essha.plan.Cidr;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Limits;
import java.util.List;

/** {@code edge}. */
final class EdgeSettings {

    private static final Setting<EdgePlan, LoadBalancing> LOAD_BALANCING = Setting.optional(
            "loadBalancing",
            Choice.of(LoadBalancing.class),
            EdgePlan::loadBalancing,
            "The shape of load balancing (R6). With single, one load balancer spans all zones. With per-zone, there is"
                + " one in each zone, and weighted records with health checks in Route 53 lead to them. With fronted,"
                + " there is one in each zone, and AWS Global Accelerator in front of them.");

    private static final Setting<EdgePlan, Gateway> GATEWAY = Setting.optional(
            "gateway",
            Choice.of(Gateway.class),
            EdgePlan::gateway,
            "What stands in front of the VPC (R5). With cloudfront, Amazon CloudFront and an AWS WAF web ACL do, and"
                    + " the load balancers accept nobody else.");

    private static final Setting<EdgePlan, Integer> REQUESTS_PER_CLIENT = Setting.optional(
            "requestsPerClient",
            Whole.in(Limits.REQUESTS_PER_CLIENT),
            EdgePlan::requestsPerClient,
            "How many requests one address may send in five minutes before the gateway turns it away. Only with a"
                    + " gateway.");

    private static final Setting<EdgePlan, List<Cidr>> ALLOWED_CIDRS = Setting.optional(
            "allowedCidrs",
            new Listing<>(Shapes.CIDR, 1),
            EdgePlan::allowedCidrs,
            "Who may connect to the load balancer. 0.0.0.0/0 is everybody, which a public Solid server needs.");

    private static final Setting<EdgePlan, String> TLS_POLICY = Setting.optional(
            "tlsPolicy",
            Text.oneOf(Limits.TLS_POLICIES),
            EdgePlan::tlsPolicy,
            "Protocols and ciphers of the TLS listener, by Elastic Load Balancing's name; none older than TLS 1.2.");

    private static final Setting<EdgePlan, Integer> NODE_PORT = Setting.optional(
            "nodePort",
            Whole.in(Limits.NODE_PORT),
            EdgePlan::nodePort,
            "Port on each node where the cluster's ingress listens for the load balancer.");

    private EdgeSettings() {}

    static Section<EdgePlan> section(EdgePlan defaults) {
        return new Section<>(
                defaults,
                List.of(LOAD_BALANCING, GATEWAY, REQUESTS_PER_CLIENT, ALLOWED_CIDRS, TLS_POLICY, NODE_PORT),
                v -> new EdgePlan(
                        v.get(LOAD_BALANCING),
                        v.get(GATEWAY),
                        v.get(REQUESTS_PER_CLIENT),
                        v.get(ALLOWED_CIDRS),
                        v.get(TLS_POLICY),
                        v.get(NODE_PORT)),
                true);
    }
}
