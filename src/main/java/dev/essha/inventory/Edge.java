package dev.essha.inventory;

import java.util.List;

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

    /** @param aliasTo what an alias record leads to, empty for others */
    public record HostedRecord(String name, String type, List<String> values, String aliasTo) {}
}
