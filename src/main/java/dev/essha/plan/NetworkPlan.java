package dev.essha.plan;

import java.util.List;
import java.util.Optional;

/**
 * The VPC (R1-R4).
 *
 * @param existingVpc a VPC that is there already and is used as it is; empty to create one
 * @param vpcCidr addresses of the VPC, /16 to /28 (an AWS limit)
 * @param zones the availability zones in the order of their subnets, at least three (R2)
 * @param egress how the private subnets reach the internet
 * @param flowLogDays how long flow logs are kept, in days; a retention that CloudWatch Logs offers
 */
public record NetworkPlan(Optional<VpcId> existingVpc, Cidr vpcCidr, List<Zone> zones, Egress egress, int flowLogDays) {

    /** Amazon MSK spreads its brokers over three zones at most. */
    private static final int ZONES_OF_KAFKA = 3;

    public NetworkPlan {
        zones = List.copyOf(zones);
    }

    /** A VPC to be created. */
    public NetworkPlan(Cidr vpcCidr, List<Zone> zones, Egress egress, int flowLogDays) {
        this(Optional.empty(), vpcCidr, zones, egress, flowLogDays);
    }

    /** The zones that have brokers: the first three, so that another zone leaves the brokers where they are. */
    public List<Zone> kafkaZones() {
        return zones.subList(0, Math.min(ZONES_OF_KAFKA, zones.size()));
    }

    /**
     * One availability zone with its two subnets (R3).
     *
     * @param publicCidr addresses of the subnet that holds nothing but load balancers (R4) and the zone's NAT gateway
     * @param privateCidr addresses of the subnet where everything else runs
     * @param existing the subnets of an existing VPC; empty where they are created
     */
    public record Zone(ZoneName name, Cidr publicCidr, Cidr privateCidr, Optional<ExistingSubnets> existing) {

        /** A zone whose subnets are to be created. */
        public Zone(ZoneName name, Cidr publicCidr, Cidr privateCidr) {
            this(name, publicCidr, privateCidr, Optional.empty());
        }
    }

    /** The subnets of an existing VPC that a zone uses. */
    public record ExistingSubnets(SubnetId publicId, SubnetId privateId) {}

    /** How the private subnets reach the internet, which Solid servers need to dereference WebIDs. */
    public enum Egress {
        /** One NAT gateway in each zone: a zone's outage takes only its own way out. */
        NAT_PER_ZONE,
        /** One regional NAT gateway, which spans the zones and stands in no subnet: R4 holds to the letter. */
        REGIONAL_NAT,
        /** No way out: the cluster reaches AWS through interface endpoints, and nothing else. */
        NONE,
        /** What an existing VPC has already; only there. */
        EXISTING
    }
}
