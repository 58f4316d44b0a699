package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.inventory.Preparation;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
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
                : Ruling.pass(plan.domain().privateZone() ? "private-zone.new-vpc" : "private-zone.none-planned");
    }

    private static Ruling besideOthers(Plan plan, List<HostedZone> zones, boolean standing) {
        String vpc = plan.network().existingVpc().orElseThrow().value();
        List<HostedZone> same = zones.stream()
                .filter(HostedZone::isPrivate)
                .filter(z -> name(z).equals(plan.domain().name().value()))
                .toList();
        return same.isEmpty() || standing
                ? Ruling.pass("private-zone.same-name", Words.list(same, HostedZone::id))
                : Ruling.unknown("private-zone.in-the-way", Words.list(same, HostedZone::id), vpc);
    }

    private static Ruling inRoute53(DomainPlan domain, List<HostedZone> zones, List<DnsAnswer> answers) {
        List<HostedZone> candidates = ZoneFit.candidates(domain, zones);
        return switch (candidates.size()) {
            case 0 -> Ruling.fail("hosted-zone.none", domain.name());
            case 1 -> in(domain, candidates.getFirst(), answers);
            default -> Ruling.fail("hosted-zone.several", Words.list(candidates, HostedZone::id));
        };
    }

    private static String name(HostedZone zone) {
        return ZoneFit.plain(zone.name());
    }

    private static Ruling in(DomainPlan domain, HostedZone zone, List<DnsAnswer> answers) {
        Facts facts = apex(domain, name(zone), Phrase.of("hosted-zone.named", zone.id(), name(zone)));
        delegation(zone, answers, facts);
        return facts.ruling();
    }

    /** Which records there can be at a zone's top is for the zone to say, and which there will be for the plan. */
    private static Facts apex(DomainPlan domain, String zone, Phrase named) {
        boolean atTop = ZoneFit.isTop(domain, zone);
        return new Facts()
                .check(atTop == domain.apex(), atTop ? "domain.at-top" : "domain.below-top", named, domain.apex());
    }

    /** Records in a zone that nobody is led to are never seen: the certificate would wait for its validation in vain. */
    private static void delegation(HostedZone zone, List<DnsAnswer> answers, Facts facts) {
        ZoneFit.about(zone, answers)
                .flatMap(answer -> ZoneFit.delegation(zone, answer))
                .ifPresentOrElse(
                        d -> facts.check(
                                d.matches(), "hosted-zone.servers", Words.list(d.asked()), Words.list(d.own())),
                        () -> facts.unclear("hosted-zone.silent", name(zone)));
    }

    private static Ruling elsewhere(DomainPlan domain, List<DnsAnswer> answers) {
        return switch (ZoneFit.service(answers)) {
            case ZoneFit.Service.Served served -> servedBy(domain, served);
            case ZoneFit.Service.Unclear _ -> Ruling.unknown("dns-zone.silent", domain.name());
            case ZoneFit.Service.Nowhere _ -> Ruling.fail("dns-zone.unserved", domain.name());
        };
    }

    private static Ruling servedBy(DomainPlan domain, ZoneFit.Service.Served served) {
        Facts facts = apex(domain, served.zone(), Phrase.of("dns-zone.named", served.zone()))
                .note("dns-zone.servers", Words.list(served.nameServers()));
        return (domain.apex() ? facts.note("dns-zone.needs-alias") : facts.note("dns-zone.not-asked", domain.name()))
                .ruling();
    }
}
