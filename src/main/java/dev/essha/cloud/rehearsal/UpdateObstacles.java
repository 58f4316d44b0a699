package dev.essha.cloud.rehearsal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a service would refuse to change several things of a resource at once, in its words. */
final class UpdateObstacles {

    /** What is changed by one request although it stands in several properties, under the name of the first. */
    private static final Map<String, String> KAFKA_TOGETHER = Map.of(
            "LoggingInfo", "EnhancedMonitoring",
            "OpenMonitoring", "EnhancedMonitoring",
            "EncryptionInfo", "ClientAuthentication");

    private static final Set<String> VERSION_OF_NODES = Set.of("LaunchTemplate", "ReleaseVersion", "Version");

    private UpdateObstacles() {}

    /** @param retagged whether the tags of its stack change, too */
    static Optional<String> to(Live before, Live after, boolean retagged) {
        return switch (after.type()) {
            case "AWS::MSK::Cluster" -> kafka(before, after);
            case "AWS::EKS::Nodegroup" -> nodes(before, after, retagged);
            default -> Optional.empty();
        };
    }

    /** @see <a href="https://github.com/aws/aws-cdk/issues/16765">Several attributes of a cluster</a> */
    private static Optional<String> kafka(Live before, Live after) {
        long attributes = before.properties().differingParts(after.properties()).stream()
                .map(UpdateObstacles::attribute)
                .distinct()
                .count();
        return attributes > 1
                ? Optional.of(
                        "You can't update multiple attributes of the cluster in same request. Use a different request"
                                + " for each update.")
                : Optional.empty();
    }

    /** Of the brokers each part is one of its own, and of everything else the whole is. */
    private static String attribute(String part) {
        String property = part.split("\\.")[0];
        return property.equals("BrokerNodeGroupInfo") ? part : KAFKA_TOGETHER.getOrDefault(property, property);
    }

    /** @see <a href="https://github.com/aws/aws-cdk/issues/16644">A new version beside new tags</a> */
    private static Optional<String> nodes(Live before, Live after, boolean retagged) {
        Map<Boolean, Long> versions = before.properties().differences(after.properties()).stream()
                .collect(Collectors.partitioningBy(VERSION_OF_NODES::contains, Collectors.counting()));
        return versions.get(true) > 0 && (versions.get(false) > 0 || retagged)
                ? Optional.of("Version and ReleaseVersion updates cannot be combined with other updates")
                : Optional.empty();
    }
}
