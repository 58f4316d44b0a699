package dev.essha.inventory;

import java.util.List;

/** The cluster and its registry, as they were observed. */
public final class Compute {

    private Compute() {}

    public record Cluster(
            String name,
            String arn,
            String status,
            String version,
            String vpcId,
            List<String> subnetIds,
            boolean publicApi,
            List<String> publicApiCidrs,
            boolean secretsEncrypted,
            List<String> logTypes) {}

    /** @param autoScalingGroups names of the groups that hold its instances */
    public record NodeGroup(
            String name,
            String status,
            String instanceType,
            int minSize,
            int desiredSize,
            int maxSize,
            List<String> subnetIds,
            List<String> autoScalingGroups) {}

    /**
     * A worker node: an instance of one of the cluster's auto scaling groups.
     *
     * @param state EC2's name for the instance's state: {@code running}, {@code stopped}, ...
     */
    public record Node(String instanceId, String zone, String subnetId, String autoScalingGroup, String state) {}

    /** @param targetGroupArns target groups that its instances are put behind */
    public record ScalingGroup(String name, List<String> targetGroupArns) {}

    public record Addon(String name, String version, String status) {}

    /**
     * @param publicPolicy whether its policy lets everybody in
     * @param images how many images it holds
     */
    public record Repository(
            String name,
            String uri,
            boolean scanOnPush,
            boolean immutableTags,
            String encryption,
            boolean publicPolicy,
            int images) {}
}
