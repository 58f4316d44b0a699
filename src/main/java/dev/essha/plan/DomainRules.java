package dev.essha.plan;

import java.util.List;
import java.util.Optional;

/** What the deployment's names in DNS must hold (R7, R8). */
final class DomainRules {

    static final List<Rule> ALL = List.of(
            Rule.of(DomainRules::nameFitsACertificate, "domain.name"),
            Rule.of(DomainRules::hostedZoneIsSpelledWell, "domain.hostedZoneId"),
            Rule.of(DomainRules::hostedZoneIsInRoute53, "domain.dns", "domain.hostedZoneId"),
            Rule.of(DomainRules::apexIsSaid, "domain.name", "domain.apex"));

    private DomainRules() {}

    private static List<Problem> nameFitsACertificate(Plan plan) {
        String name = plan.domain().name().value();
        boolean fits = name.length() <= Limits.CERTIFICATE_NAME;
        return Rule.unless(
                fits, "domain.name", "domain.too-long-for-certificate", name.length(), Limits.CERTIFICATE_NAME);
    }

    private static List<Problem> hostedZoneIsSpelledWell(Plan plan) {
        Optional<String> id = plan.domain().hostedZoneId();
        boolean fine = id.isEmpty() || Format.HOSTED_ZONE.matches(id.get());
        return Rule.unless(fine, "domain.hostedZoneId", "text.format", id.orElse(""), Format.HOSTED_ZONE.example());
    }

    private static List<Problem> hostedZoneIsInRoute53(Plan plan) {
        boolean fine = plan.domain().dns() == DomainPlan.Dns.ROUTE53
                || plan.domain().hostedZoneId().isEmpty();
        return Rule.unless(fine, "domain.hostedZoneId", "domain.hosted-zone-elsewhere");
    }

    /**
     * A name of two parts is what a registrar sells, and so the apex of its zone. Deeper ones may be either.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc1912#section-2.4">RFC 1912, 2.4: no CNAME beside the apex's records</a>
     */
    private static List<Problem> apexIsSaid(Plan plan) {
        DomainName name = plan.domain().name();
        boolean fine = plan.domain().apex() || name.parent().isPresent();
        return Rule.unless(fine, "domain.apex", "domain.must-be-apex", name);
    }
}
