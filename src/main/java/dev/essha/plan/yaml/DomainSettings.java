package dev.essha.plan.yaml;

import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Format;
import java.util.List;
import java.util.Optional;

/** {@code domain}. */
final class DomainSettings {

    private static final Setting<DomainPlan, DomainName> NAME = Setting.required(
            "name",
            Shapes.DOMAIN,
            DomainPlan::name,
            "The deployment's domain. The services of ESS answer at its sub-domains, so records for it and for"
                    + " *.<domain> lead to the load balancer (R7, R8).");

    private static final Setting<DomainPlan, Dns> DNS = Setting.optional(
            "dns",
            Choice.of(Dns.class),
            DomainPlan::dns,
            "Who serves the domain's DNS zone. With route53, a public hosted zone in the same account, the installer"
                    + " writes the records; with elsewhere, it shows them, waits and watches for them.");

    private static final Setting<DomainPlan, Optional<String>> HOSTED_ZONE_ID = Setting.optional(
            "hostedZoneId",
            new Maybe<>(Text.of(Format.HOSTED_ZONE)),
            DomainPlan::hostedZoneId,
            "The hosted zone to write into, needed only where several have the domain's name. Only with dns: route53.");

    private static final Setting<DomainPlan, Boolean> APEX = Setting.optional(
            "apex",
            Shapes.TOGGLE,
            DomainPlan::apex,
            "Whether the domain is the apex of its DNS zone (example.com in the zone example.com). DNS allows no CNAME"
                    + " there: in Route 53 an alias takes its place, elsewhere what the provider calls ALIAS, ANAME or"
                    + " flattening.");

    private static final Setting<DomainPlan, Boolean> PRIVATE_ZONE = Setting.optional(
            "privateZone",
            Shapes.TOGGLE,
            DomainPlan::privateZone,
            "Whether the VPC gets a private hosted zone of the domain's name beside the public one. Inside the VPC the"
                    + " names then lead to a load balancer in the private subnets, and requests stay inside.");

    private DomainSettings() {}

    static Section<DomainPlan> section(DomainPlan defaults) {
        return new Section<>(
                defaults,
                List.of(NAME, DNS, HOSTED_ZONE_ID, APEX, PRIVATE_ZONE),
                v -> new DomainPlan(v.get(NAME), v.get(DNS), v.get(HOSTED_ZONE_ID), v.get(APEX), v.get(PRIVATE_ZONE)),
                true);
    }
}
