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

    private static Ruling inRoute53(DomainPlan domain, List<HostedZone> zones, List<DnsAnswer> answers) {
        List<HostedZone> candidates = closest(domain, zones);
        return switch (candidates.size()) {
            case 0 -> Ruling.fail("no public hosted zone was found for " + domain.name());
            case 1 -> below(domain, candidates.getFirst(), answers);
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

    private static Ruling below(DomainPlan domain, HostedZone zone, List<DnsAnswer> answers) {
        String where = "hosted zone " + zone.id() + " of " + name(zone);
        boolean apex = name(zone).equals(domain.name().value());
        Facts facts = new Facts()
                .check(
                        !apex,
                        apex ? "the domain is the top of the " + where + ", where a CNAME is not allowed" : where);
        delegation(zone, answers, facts);
        return facts.ruling();
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
        boolean apex = plain(zone.name()).equals(domain.name().value());
        return new Facts()
                .check(
                        !apex,
                        apex
                                ? "the domain is the top of its zone, where a CNAME is not allowed"
                                : "the zone above is " + zone.name())
                .note("its name servers are " + Words.list(zone.values()))
                .note(domain.name() + " itself was not asked for: resolvers would remember that it has no record yet")
                .ruling();
    }
}
