package dev.essha.blueprint;

/**
 * A record in DNS that a deployment's names are made of (R7, R8), as the plan tells it: what it leads to has no name yet.
 *
 * @param name owner name without a trailing dot; of {@link Target#PROOF} the domain, below which AWS makes one up
 * @param type {@code CNAME}, {@code A}, {@code AAAA} or {@link #ALIAS}
 * @param alias whether it answers with the addresses of what it leads to, as the apex of a zone has to
 */
public record NameRecord(String name, String type, boolean alias, Target target, Place place) {

    public static final String CNAME = "CNAME";

    /** No type that DNS knows: what a provider has for the apex of a zone, where there can be no CNAME. */
    public static final String ALIAS = "ALIAS";

    /** Long enough to spare look-ups, short enough to see a change of the load balancing within minutes. */
    public static final int TTL_SECONDS = 300;

    /** What a record leads to. */
    public enum Target {
        /** The load balancer over all zones. */
        BALANCER,
        /** The name that the load balancers of the zones share. */
        ORIGIN,
        /** The load balancer of a zone; one record for each. */
        ZONE_BALANCER,
        ACCELERATOR,
        GATEWAY,
        /** The load balancer inside the VPC. */
        INTERNAL_BALANCER,
        /** A name of AWS's own, by which the certificate's authority knows who owns the domain. */
        PROOF
    }

    /** Where a record is kept. */
    public enum Place {
        /** The public zone. */
        PUBLIC_ZONE,
        /** The zone of the same name that only the VPC sees. */
        VPC
    }
}
