package dev.essha.plan;

import java.util.List;

/**
 * The VPC (R1-R4).
 *
 * @param vpcCidr addresses of the VPC, /16 to /28 (an AWS limit)
 * @param zones the availability zones in the order of their subnets, at least three (R2)
 * @param egress how the private subnets reach the internet
 * @param flowLogDays how long flow logs are kept, in days; a retention that CloudWatch Logs offers
 */
public record NetworkPlan(Cidr vpcCidr, List<Zone> zones, Egress egress, int flowLogDays) {

    public NetworkPlan {
        zones = List.copyOf(zones);
    }

    /**
     * One availability zone with its two subnets (R3).
     *
     * @param publicCidr addresses of the subnet that holds nothing but load balancers (R4) and the zone's NAT gateway
     * @param privateCidr addresses of the subnet where everything else runs
     */
    public record Zone(ZoneName name, Cidr publicCidr, Cidr privateCidr) {}

    /** How the private subnets reach the internet, which Solid servers need to dereference WebIDs. */
    public enum Egress {
        /** One NAT gateway in each zone: a zone's outage takes only its own way out. */
        NAT_PER_ZONE
    }
}
