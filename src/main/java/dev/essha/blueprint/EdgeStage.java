package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.EdgePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One network load balancer over all zones (R6, R7), which ends the clients' TLS with a certificate for the domain and
 * its wildcard.
 *
 * <p>Behind it, too, everything is TLS: the cluster's ingress shows any certificate, one it signed itself included, since
 * the load balancer does not ask who signed it. The nodes are put into the target group later, by a step of their own:
 * auto scaling groups come and go with node groups, which CloudFormation cannot follow.
 *
 * <p>There is no listener on port 80, as a network load balancer cannot redirect, and no access log, which would need a
 * bucket of its own: connections are in the flow log, requests in the ingress's.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html">Target
 *     groups</a>
 */
final class EdgeStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.EDGE;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef certificate = EdgeCertificate.add(stack);
        ResourceRef balancer = balancer(stack);
        ResourceRef nodes = nodes(stack);
        listener(stack, balancer, nodes, certificate);

        stack.deliver(Output.LOAD_BALANCER_NAMES, List.of(balancer.att("DNSName")));
        stack.deliver(Output.TARGET_GROUP_ARNS, List.of(nodes.ref()));
        stack.deliver(Output.CERTIFICATE_ARN, certificate.ref());
    }

    /** A plan that protects its database from deletion protects the name that its records lead to, too. */
    private static ResourceRef balancer(StackDraft stack) {
        boolean protect = stack.plan().database().deletionProtection();
        Map<String, String> attributes = Map.of(
                "deletion_protection.enabled", Boolean.toString(protect),
                "load_balancing.cross_zone.enabled", "true",
                // Lets operators (or AWS) lead traffic away from a zone that is ill.
                "zonal_shift.config.enabled", "true");
        return stack.add(Resource.of("LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Name", stack.names().loadBalancer())
                .with("Type", "network")
                .with("Scheme", "internet-facing")
                .with("IpAddressType", "ipv4")
                .with("Subnets", stack.input(Output.PUBLIC_SUBNET_IDS))
                .with("SecurityGroups", Value.list(stack.input(Output.LOAD_BALANCER_SECURITY_GROUP)))
                .with("LoadBalancerAttributes", attributes(attributes)));
    }

    /** Without a name of its own: another port makes a new group, while the old one still has the name. */
    private static ResourceRef nodes(StackDraft stack) {
        return stack.add(Resource.of("Nodes", "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("VpcId", stack.input(Output.VPC_ID))
                .with("TargetType", "instance")
                .with("Protocol", "TLS")
                .with("Port", stack.plan().edge().nodePort())
                .with("HealthCheckProtocol", "TCP")
                .with("HealthCheckPort", "traffic-port")
                .with("HealthCheckIntervalSeconds", 10)
                .with("HealthyThresholdCount", 3)
                .with("UnhealthyThresholdCount", 3)
                .with("TargetGroupAttributes", attributes(targetAttributes())));
    }

    /** A node that leaves has two minutes to finish; a zone without a healthy node leaves the DNS answer. */
    private static Map<String, String> targetAttributes() {
        return Map.of(
                "deregistration_delay.timeout_seconds", "120",
                "preserve_client_ip.enabled", "true",
                "stickiness.enabled", "false",
                "target_group_health.dns_failover.minimum_healthy_targets.count", "1",
                "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1");
    }

    private static void listener(StackDraft stack, ResourceRef balancer, ResourceRef nodes, ResourceRef certificate) {
        EdgePlan plan = stack.plan().edge();
        Fields forward = Fields.of("Type", "forward").with("TargetGroupArn", nodes.ref());
        stack.add(Resource.of("Listener", "AWS::ElasticLoadBalancingV2::Listener")
                .with("LoadBalancerArn", balancer.ref())
                .with("Port", 443)
                .with("Protocol", "TLS")
                .with("SslPolicy", plan.tlsPolicy())
                .with("Certificates", Value.list(Fields.of("CertificateArn", certificate.ref())))
                .with("DefaultActions", Value.list(forward)));
    }

    private static Value attributes(Map<String, String> values) {
        return Value.list(new TreeMap<>(values)
                .entrySet().stream()
                        .map(a -> Fields.of("Key", a.getKey()).with("Value", a.getValue()))
                        .toList());
    }
}
