package dev.essha.inventory;

import java.util.List;

/** What an account and region offer. */
public final class Offer {

    private Offer() {}

    /** @param enabled whether the account can use it; it has to enable some regions first */
    public record Region(String name, boolean enabled) {}

    /** @param state {@code available}, or why not */
    public record Zone(String name, String id, String state) {}

    /** @param nameServers the zone's own, in order */
    public record HostedZone(String id, String name, boolean isPrivate, List<String> nameServers) {}

    /** @param used how many there are already */
    public record Quota(Limit limit, double allowed, long used) {}

    /**
     * What a simulation says about actions that the signed-in identity may not do without more ado.
     *
     * @param denied refused whatever the resource and the context are
     * @param undecided neither allowed nor refused in general: a policy may allow them for the resources and the context of
     *     an installation only
     */
    public record Permissions(List<String> denied, List<String> undecided) {

        /** Everything is allowed. */
        public static final Permissions ALL = new Permissions(List.of(), List.of());

        public Permissions {
            denied = List.copyOf(denied);
            undecided = List.copyOf(undecided);
        }
    }

    /**
     * The limits that an installation runs into, with the codes of Service Quotas.
     *
     * @see <a href="https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html">Service endpoints and quotas</a>
     */
    public enum Limit {
        VPCS("vpc", "L-F678F1CE", "VPCs per Region"),
        INTERNET_GATEWAYS("vpc", "L-A4707A72", "Internet gateways per Region"),
        ELASTIC_IPS("ec2", "L-0263D0A3", "EC2-VPC Elastic IPs"),
        /** In each zone; what counts is the zone that has most. */
        NAT_GATEWAYS("vpc", "L-FE5A380F", "NAT gateways per Availability Zone"),
        NETWORK_LOAD_BALANCERS("elasticloadbalancing", "L-69A177A2", "Network Load Balancers per Region"),
        STANDARD_VCPUS("ec2", "L-1216C47A", "Running On-Demand Standard instances, in vCPU"),
        DATABASES("rds", "L-7B6409FD", "DB instances"),
        DATABASE_CLUSTERS("rds", "L-952B80B8", "DB clusters"),
        KUBERNETES_CLUSTERS("eks", "L-1194D53C", "Clusters"),
        /** Of CloudFront, for all regions together. */
        DISTRIBUTIONS("cloudfront", "L-24B04930", "Web distributions per AWS account");

        private final String service;
        private final String code;
        private final String title;

        Limit(String service, String code, String title) {
            this.service = service;
            this.code = code;
            this.title = title;
        }

        public String service() {
            return service;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }
}
