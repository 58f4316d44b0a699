package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.inventory.Preparation;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.util.List;

/** Whether some zone can take the records of the domain. */
final class DomainPreflight {

    private static final String ZONES = "AWS::Route53::HostedZone";

    private DomainPreflight() {}

    static Ruling judge(Plan plan, Preparation found) {
        return switch (plan.domain().dns()) {
            case ROUTE53 ->
                Ruling.on(
                        found.hostedZones(),
                        found.domainLookups(),
                        (zones, answers) -> inRoute53(plan.domain(), zones, answers));
            case ELSEWHERE -> Ruling.on(found.domainLookups(), answers -> elsewhere(plan.domain(), answers));
        };
    }

    /** A VPC asks only one private zone of a name; that which the deployment itself made is the one. */
    static Ruling privateZone(Plan plan, Preparation found) {
        return plan.domain().privateZone() && plan.network().existingVpc().isPresent()
                ? Ruling.on(
                        found.hostedZones(),
                        found.standing(),
                        (zones, standing) -> besideOthers(plan, zones, standing.containsKey(ZONES)))
                : Ruling.pass(
                        plan.domain().privateZone()
                                ? "the VPC is a new one, which no private zone answers in yet"
                                : "the plan has no private zone");
    }

    private static Ruling besideOthers(Plan plan, List<HostedZone> zones, boolean standing) {
        String vpc = plan.network().existingVpc().orElseThrow().value();
        List<HostedZone> same = zones.stream()
                .filter(HostedZone::isPrivate)
                .filter(z -> name(z).equals(plan.domain().name().value()))
                .toList();
        return same.isEmpty() || standing
                ? Ruling.pass("private zones of the name: " + Words.list(same, HostedZone::id))
                : Ruling.unknown("there are private zones of the name already: " + Words.list(same, HostedZone::id)
                        + "; if one of them answers in " + vpc + ", Route 53 refuses another");
    }

    private static Ruling inRoute53(DomainPlan domain, List<HostedZone> zones, List<DnsAnswer> answers) {
        List<HostedZone> candidates = ZoneFit.candidates(domain, zones);
        return switch (candidates.size()) {
            case 0 -> Ruling.fail("no public hosted zone was found for " + domain.name());
            case 1 -> in(domain, candidates.getFirst(), answers);
            default ->
                Ruling.fail("several hosted zones serve the domain, the plan has to name one: "
                        + Words.list(candidates, HostedZone::id));
        };
    }

    private static String name(HostedZone zone) {
        return ZoneFit.plain(zone.name());
    }

    private static Ruling in(DomainPlan domain, HostedZone zone, List<DnsAnswer> answers) {
        Facts facts = apex(domain, "hosted zone " + zone.id() + " of " + name(zone), name(zone));
        delegation(zone, answers, facts);
        return facts.ruling();
    }

    /** Which records there can be at a zone's top is for the zone to say, and which there will be for the plan. */
    private static Facts apex(DomainPlan domain, String where, String zone) {
        boolean atTop = ZoneFit.isTop(domain, zone);
        String place = atTop
                ? "the domain is the top of the " + where + ", where a CNAME is not allowed"
                : "the domain is below the top of the " + where;
        return new Facts().check(atTop == domain.apex(), place + "; the plan has domain.apex: " + domain.apex());
    }

    /** Records in a zone that nobody is led to are never seen: the certificate would wait for its validation in vain. */
    private static void delegation(HostedZone zone, List<DnsAnswer> answers, Facts facts) {
        ZoneFit.about(zone, answers)
                .flatMap(answer -> ZoneFit.delegation(zone, answer))
                .ifPresentOrElse(
                        d -> facts.check(
                                d.matches(),
                                "name servers in public DNS: " + Words.list(d.asked()) + "; of the zone: "
                                        + Words.list(d.own())),
                        () -> facts.unclear("no name server answered who serves " + name(zone)));
    }

    private static Ruling elsewhere(DomainPlan domain, List<DnsAnswer> answers) {
        return switch (ZoneFit.service(answers)) {
            case ZoneFit.Service.Served served -> servedBy(domain, served);
            case ZoneFit.Service.Unclear _ ->
                Ruling.unknown("no name server answered for the zone of " + domain.name());
            case ZoneFit.Service.Nowhere _ ->
                Ruling.fail("the zone of " + domain.name() + " is served by no name server");
        };
    }

    private static Ruling servedBy(DomainPlan domain, ZoneFit.Service.Served served) {
        Facts facts = apex(domain, "zone " + served.zone(), served.zone())
                .note("its name servers are " + Words.list(served.nameServers()));
        return (domain.apex()
                        ? facts.note(
                                "the provider needs a record that acts like a CNAME there: ALIAS, ANAME, flattening")
                        : facts.note(domain.name()
                                + " itself was not asked for: resolvers would remember that it has no record yet"))
                .ruling();
    }
}
