package dev.essha.blueprint;

import dev.essha.plan.PlanFile;
import dev.essha.wording.Labels;
import java.util.List;
import java.util.stream.Stream;

/** Plans of the goldens that choose what is no dimension of the cross. */
enum OtherGolden {
    TAGGED("production", "tags: {cost-center: \"0042\"}"),
    NAMED_HOSTED_ZONE("production", "domain.hostedZoneId: Z0123456789ABC"),
    KAFKA_WITH_IAM("production", "messaging.authentication: iam"),
    TWO_BROKERS_PER_ZONE("production", "messaging.brokersPerZone: 2"),
    WITH_SEARCH("proof-of-concept", "ess.search: true"),
    CLUSTERS_FOR_EIGHT_SERVICES(
            "production",
            "ess.search: true",
            "database.topology: multi-az-cluster",
            "database.instanceClass: db.m6gd.large",
            "database.maxStorageGiB: 100",
            "database.sharing: per-service"),
    FIVE_SERVICES("proof-of-concept", "ess.broker: false", "ess.webid: false", "database.sharing: per-service"),
    STORAGE_THAT_DOES_NOT_GROW("production", "database.maxStorageGiB: 100"),
    PUBLIC_CLUSTER_API("production", "compute.apiCidrs: [203.0.113.7/32]"),
    FEW_CLIENTS("production", "edge.allowedCidrs: [198.51.100.0/24, 203.0.113.0/24]"),
    FEW_CLIENTS_OF_A_GATEWAY(
            "production", "edge.gateway: cloudfront", "edge.allowedCidrs: [198.51.100.0/24, 203.0.113.0/24]"),
    PRIVATE_ZONE("production", "domain.privateZone: true"),
    PRIVATE_ZONE_AT_THE_APEX("production", "domain.privateZone: true", "domain.apex: true"),
    PRIVATE_ZONE_WITH_BALANCERS_PER_ZONE(
            "production", "domain.privateZone: true", "edge.loadBalancing: per-zone", "network.egress: none"),
    PRIVATE_ZONE_PAST_A_GATEWAY("production", "domain.privateZone: true", "edge.gateway: cloudfront"),
    SIX_ZONES(
            "production",
            "region: us-east-1",
            "network.zones: [us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f]",
            "edge.loadBalancing: per-zone",
            "edge.gateway: cloudfront"),
    EXISTING_VPC(
            "production", "network.existingVpc: vpc-0123456789abcdef0", "network.egress: existing", zonesWithSubnets()),
    EXISTING_VPC_WITH_PRIVATE_ZONE(
            "production",
            "network.existingVpc: vpc-0123456789abcdef0",
            "network.egress: existing",
            zonesWithSubnets(),
            "domain.privateZone: true",
            "edge.gateway: cloudfront"),
    GOVCLOUD(
            "production",
            "region: us-gov-west-1",
            zonesOf("us-gov-west-1"),
            "domain.dns: elsewhere",
            "database.instanceClass: db.m6g.large"),
    GOVCLOUD_WITHOUT_EGRESS(
            "proof-of-concept",
            "region: us-gov-east-1",
            zonesOf("us-gov-east-1"),
            "domain.dns: elsewhere",
            "network.egress: none"),
    CHINA("production", "region: cn-north-1", zonesOf("cn-north-1")),
    CHINA_PER_ZONE(
            "production",
            "region: cn-northwest-1",
            zonesOf("cn-northwest-1"),
            "edge.loadBalancing: per-zone",
            "network.egress: none",
            "domain.privateZone: true",
            "database.topology: multi-az-cluster",
            "database.instanceClass: db.m5d.large",
            "database.maxStorageGiB: 100");

    private final String preset;
    private final List<String> settings;

    OtherGolden(String preset, String... settings) {
        this.preset = preset;
        this.settings = List.of(settings);
    }

    private static String zonesOf(String region) {
        return "network.zones: [%1$sa, %1$sb, %1$sc]".formatted(region);
    }

    private static String zonesWithSubnets() {
        String zone = "{name: us-west-2%1$s, publicCidr: 10.40.22%2$d.0/24, privateCidr: 10.40.%3$d.0/19,"
                + " publicSubnet: subnet-1000000%1$s, privateSubnet: subnet-2000000%1$s}";
        List<String> zones = List.of(zone.formatted("a", 4, 0), zone.formatted("b", 5, 32), zone.formatted("c", 6, 64));
        return "network.zones: [" + String.join(", ", zones) + "]";
    }

    /** The name as files and messages show it. */
    String label() {
        return Labels.of(this);
    }

    /** What is asked for, for people. */
    List<String> described() {
        return Stream.concat(Stream.of("preset: " + preset), settings.stream()).toList();
    }

    PlanFile file() {
        return Dimension.changed(Dimension.preset(preset), settings);
    }

    Blueprint blueprint() {
        return Blueprint.of(file().read().valid().orElseThrow());
    }
}
