package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.inventory.Preparation;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        List<HostedZone> candidates = closest(domain, zones);
        return switch (candidates.size()) {
            case 0 -> Ruling.fail("no public hosted zone was found for " + domain.name());
            case 1 -> in(domain, candidates.getFirst(), answers);
            default ->
                Ruling.fail("several hosted zones serve the domain, the plan has to name one: "
                        + Words.list(candidates, HostedZone::id));
        };
    }

    /** The zone that the plan names, or else those with the longest name. */
    private static List<HostedZone> closest(DomainPlan domain, List<HostedZone> zones) {
        List<HostedZone> open = zones.stream().filter(z -> !z.isPrivate()).toList();
        if (domain.hostedZoneId().isPresent()) {
            String wanted = domain.hostedZoneId().get();
            return open.stream().filter(z -> z.id().equals(wanted)).toList();
        }
        int longest = open.stream()
                .map(DomainPreflight::name)
                .max(Comparator.comparingInt(String::length))
                .map(String::length)
                .orElse(0);
        return open.stream().filter(z -> name(z).length() == longest).toList();
    }

    private static String name(HostedZone zone) {
        return plain(zone.name());
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Ruling in(DomainPlan domain, HostedZone zone, List<DnsAnswer> answers) {
        Facts facts = apex(domain, "hosted zone " + zone.id() + " of " + name(zone), name(zone));
        delegation(zone, answers, facts);
        return facts.ruling();
    }

    /** Which records there can be at a zone's top is for the zone to say, and which there will be for the plan. */
    private static Facts apex(DomainPlan domain, String where, String zone) {
        boolean atTop = zone.equals(domain.name().value());
        String place = atTop
                ? "the domain is the top of the " + where + ", where a CNAME is not allowed"
                : "the domain is below the top of the " + where;
        return new Facts().check(atTop == domain.apex(), place + "; the plan has domain.apex: " + domain.apex());
    }

    /** Records in a zone that nobody is led to are never seen: the certificate would wait for its validation in vain. */
    private static void delegation(HostedZone zone, List<DnsAnswer> answers, Facts facts) {
        Optional<DnsAnswer> answer = answers.stream()
                .filter(a -> a.type().equals("NS") && plain(a.name()).equals(name(zone)))
                .filter(a -> a.status() != Status.FAILED)
                .findFirst();
        Set<String> own = plain(zone.nameServers());
        answer.map(a -> plain(a.values()))
                .ifPresentOrElse(
                        asked -> facts.check(
                                asked.equals(own),
                                "name servers in public DNS: " + Words.list(asked) + "; of the zone: "
                                        + Words.list(own)),
                        () -> facts.unclear("no name server answered who serves " + name(zone)));
    }

    private static Set<String> plain(List<String> names) {
        return names.stream().map(DomainPreflight::plain).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Ruling elsewhere(DomainPlan domain, List<DnsAnswer> answers) {
        Optional<DnsAnswer> zone = answers.stream()
                .filter(a -> a.type().equals("NS") && a.status() == Status.FOUND)
                .max(Comparator.comparingInt(a -> a.name().length()));
        if (zone.isPresent()) {
            return servedBy(domain, zone.get());
        }
        boolean silent = answers.stream().anyMatch(a -> a.status() == Status.FAILED);
        return silent
                ? Ruling.unknown("no name server answered for the zone of " + domain.name())
                : Ruling.fail("the zone of " + domain.name() + " is served by no name server");
    }

    private static Ruling servedBy(DomainPlan domain, DnsAnswer zone) {
        Facts facts = apex(domain, "zone " + zone.name(), plain(zone.name()))
                .note("its name servers are " + Words.list(zone.values()));
        return (domain.apex()
                        ? facts.note(
                                "the provider needs a record that acts like a CNAME there: ALIAS, ANAME, flattening")
                        : facts.note(domain.name()
                                + " itself was not asked for: resolvers would remember that it has no record yet"))
                .ruling();
    }
}
