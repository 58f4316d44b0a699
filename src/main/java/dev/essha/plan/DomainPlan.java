package dev.essha.plan;

import java.util.Optional;

/**
 * The names under which ESS answers (R7, R8).
 *
 * @param name the deployment's domain; the services answer at its sub-domains
 * @param dns who serves the zone
 * @param hostedZoneId the Route 53 hosted zone to write into; empty to look it up by name, always empty elsewhere
 * @param apex whether the domain is the apex of its zone, where DNS allows no CNAME and an alias takes its place
 * @param privateZone whether the VPC gets a private hosted zone of the domain's name, whose records lead to a load
 *     balancer inside the VPC
 */
public record DomainPlan(DomainName name, Dns dns, Optional<String> hostedZoneId, boolean apex, boolean privateZone) {

    /** A domain below its zone's apex, without a private zone. */
    public DomainPlan(DomainName name, Dns dns, Optional<String> hostedZoneId) {
        this(name, dns, hostedZoneId, false, false);
    }

    /** Who serves the zone that the domain is in. */
    public enum Dns {
        /** A public hosted zone in the same account: the installer writes the records. */
        ROUTE53,
        /** Another provider: the installer shows the records, waits for them and watches. */
        ELSEWHERE
    }
}
