package dev.essha.inventory;

import java.util.List;
import java.util.Optional;

/** The parts between the internet and the cluster as they were observed. */
public final class Edge {

    private Edge() {}

    public record LoadBalancer(
            String arn,
            String name,
            String dnsName,
            String scheme,
            String kind,
            String state,
            String vpcId,
            List<String> zones,
            boolean crossZone,
            List<Listener> listeners) {}

    public record Listener(
            int port, String protocol, String tlsPolicy, List<String> certificateArns, List<String> targetGroupArns) {}

    /** @param healthByTarget state of each target ({@code healthy}, ...) by target id */
    public record TargetGroup(
            String arn, String name, String protocol, int port, String targetKind, List<Target> targets) {}

    public record Target(String id, String zone, String health) {}

    public record Certificate(String arn, String status, String domain, List<String> names, String renewal) {}

    /**
     * A record of a hosted zone.
     *
     * @param aliasTo what an alias record leads to, empty for others
     * @param setIdentifier tells records of one name and type apart, empty where there is one
     * @param weight its share among those; empty for a record that is not weighted
     * @param healthCheckId empty without one
     */
    public record HostedRecord(
            String name,
            String type,
            List<String> values,
            String aliasTo,
            String setIdentifier,
            Optional<Long> weight,
            String healthCheckId) {

        public HostedRecord {
            values = List.copyOf(values);
        }

        /** The only record of its name and type. */
        public HostedRecord(String name, String type, List<String> values, String aliasTo) {
            this(name, type, values, aliasTo, "", Optional.empty(), "");
        }
    }

    /**
     * A Route 53 health check.
     *
     * @param kind {@code HTTPS}, {@code TCP}, ...
     * @param target the name or address that is asked
     * @param port that it is asked at
     * @param disabled whether it counts as healthy whatever happens
     */
    public record HealthCheck(String id, String kind, String target, int port, boolean disabled) {}

    /**
     * AWS Global Accelerator.
     *
     * @param status {@code DEPLOYED} or {@code IN_PROGRESS}
     * @param ports of its listeners
     */
    public record Accelerator(
            String arn,
            String name,
            String dnsName,
            boolean enabled,
            String status,
            List<String> addresses,
            List<Integer> ports,
            List<AcceleratorEndpoint> endpoints) {

        public Accelerator {
            addresses = List.copyOf(addresses);
            ports = List.copyOf(ports);
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * @param id ARN of the load balancer
     * @param health {@code HEALTHY}, {@code INITIAL} or {@code UNHEALTHY}
     */
    public record AcceleratorEndpoint(String id, String region, int weight, boolean preservesClientIp, String health) {}

    /**
     * A CloudFront distribution.
     *
     * @param status {@code Deployed} or {@code InProgress}
     * @param aliases the names it answers for
     * @param origins the names it asks
     * @param viewerProtocol of its default behavior, {@code https-only}, ...
     * @param originProtocol {@code https-only}, ...
     * @param forwardsHost whether origins see the name that the client asked for
     * @param webAclArn empty without one
     * @param tlsVersion the oldest that viewers may speak, {@code TLSv1.2_2021}
     */
    public record Distribution(
            String id,
            String dnsName,
            boolean enabled,
            String status,
            List<String> aliases,
            List<String> origins,
            String viewerProtocol,
            String originProtocol,
            List<String> allowedMethods,
            boolean forwardsHost,
            String webAclArn,
            String certificateArn,
            String tlsVersion) {

        public Distribution {
            aliases = List.copyOf(aliases);
            origins = List.copyOf(origins);
            allowedMethods = List.copyOf(allowedMethods);
        }
    }

    /**
     * An AWS WAF web ACL.
     *
     * @param defaultAction {@code allow} or {@code block}
     * @param rules names of its rules, in the order in which they are asked
     * @param logged whether it writes a log
     */
    public record WebAcl(String arn, String name, String defaultAction, List<String> rules, boolean logged) {

        public WebAcl {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A private hosted zone.
     *
     * @param vpcIds the VPCs that it answers in
     */
    public record PrivateZone(String id, String name, List<String> vpcIds, List<HostedRecord> records) {

        public PrivateZone {
            vpcIds = List.copyOf(vpcIds);
            records = List.copyOf(records);
        }
    }
}
