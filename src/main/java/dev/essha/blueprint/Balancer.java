package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network load balancer in a template, which ends the clients' TLS, with what it listens for and what stands behind it.
 *
 * <p>Behind it, too, everything is TLS: the cluster's ingress shows any certificate, one it signed itself included, since
 * the load balancer does not ask who signed it. The nodes are put into the target group later, by a step of their own:
 * auto scaling groups come and go with node groups, which CloudFormation cannot follow.
 *
 * <p>There is no listener on port 80, as a network load balancer cannot redirect, and no access log, which would need a
 * bucket of its own: connections are in the flow log, requests in the ingress's.
 *
 * @param form in what it differs from others
 * @param itself the load balancer
 * @param nodes its target group
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html">Target
 *     groups</a>
 */
record Balancer(BalancerForm form, ResourceRef itself, ResourceRef nodes) {

    static Balancer add(StackDraft stack, BalancerForm form, ResourceRef certificate) {
        ResourceRef itself = stack.add(itself(stack, form));
        ResourceRef nodes = stack.add(nodes(stack, form));
        stack.add(listener(stack, form, itself, nodes, certificate));
        return new Balancer(form, itself, nodes);
    }

    /** Its name in DNS. */
    Value name() {
        return itself.att("DNSName");
    }

    /** Route 53's zone of that name, which is the same for all network load balancers of a region. */
    Value nameZone() {
        return itself.att("CanonicalHostedZoneID");
    }

    Value arn() {
        return itself.ref();
    }

    Value targets() {
        return nodes.ref();
    }

    /** A plan that protects its database from deletion protects the names that its records lead to, too. */
    private static Resource itself(StackDraft stack, BalancerForm form) {
        Map<String, String> attributes = new TreeMap<>(form.zoneAttributes());
        boolean protect = stack.plan().database().deletionProtection();
        attributes.put("deletion_protection.enabled", Boolean.toString(protect));
        return Resource.of(form.id("LoadBalancer"), "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Name", form.name())
                .with("Type", "network")
                .with("Scheme", form.scheme())
                .with("IpAddressType", "ipv4")
                .with("Subnets", form.subnets(stack))
                .with("SecurityGroups", form.securityGroups(stack))
                .with("LoadBalancerAttributes", attributes(attributes));
    }

    /** Without a name of its own: another port makes a new group, while the old one still has the name. */
    private static Resource nodes(StackDraft stack, BalancerForm form) {
        return Resource.of(form.id("Nodes"), "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("VpcId", stack.input(Output.VPC_ID))
                .with("TargetType", "instance")
                .with("Protocol", "TLS")
                .with("Port", stack.plan().edge().nodePort())
                .with("HealthCheckProtocol", "TCP")
                .with("HealthCheckPort", "traffic-port")
                .with("HealthCheckIntervalSeconds", 10)
                .with("HealthyThresholdCount", 3)
                .with("UnhealthyThresholdCount", 3)
                .with("TargetGroupAttributes", attributes(targetAttributes(form)));
    }

    /** A node that leaves has two minutes to finish; a zone without a healthy node leaves the DNS answer. */
    private static Map<String, String> targetAttributes(BalancerForm form) {
        return Map.of(
                "deregistration_delay.timeout_seconds", "120",
                "preserve_client_ip.enabled", Boolean.toString(form.keepsClientAddress()),
                "stickiness.enabled", "false",
                "target_group_health.dns_failover.minimum_healthy_targets.count", "1",
                "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1");
    }

    private static Resource listener(
            StackDraft stack, BalancerForm form, ResourceRef itself, ResourceRef nodes, ResourceRef certificate) {
        Fields forward = Fields.of("Type", "forward").with("TargetGroupArn", nodes.ref());
        return Resource.of(form.id("Listener"), "AWS::ElasticLoadBalancingV2::Listener")
                .with("LoadBalancerArn", itself.ref())
                .with("Port", 443)
                .with("Protocol", "TLS")
                .with("SslPolicy", stack.plan().edge().tlsPolicy())
                .with("Certificates", Value.list(Fields.of("CertificateArn", certificate.ref())))
                .with("DefaultActions", Value.list(forward));
    }

    private static Value attributes(Map<String, String> values) {
        return Value.list(new TreeMap<>(values)
                .entrySet().stream()
                        .map(a -> Fields.of("Key", a.getKey()).with("Value", a.getValue()))
                        .toList());
    }
}
