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

/** Whether some zone can take the records of the domain. */
final class DomainPreflight {

    private DomainPreflight() {}

    static Ruling judge(Plan plan, Preparation found) {
        return switch (plan.domain().dns()) {
            case ROUTE53 -> Ruling.on(found.hostedZones(), zones -> inRoute53(plan.domain(), zones));
            case ELSEWHERE -> Ruling.on(found.domainLookups(), answers -> elsewhere(plan.domain(), answers));
        };
    }

    private static Ruling inRoute53(DomainPlan domain, List<HostedZone> zones) {
        List<HostedZone> candidates = closest(domain, zones);
        return switch (candidates.size()) {
            case 0 -> Ruling.fail("no public hosted zone was found for " + domain.name());
            case 1 -> below(domain, candidates.getFirst());
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
        String name = zone.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Ruling below(DomainPlan domain, HostedZone zone) {
        String where = "hosted zone " + zone.id() + " of " + name(zone);
        boolean apex = name(zone).equals(domain.name().value());
        return new Facts()
                .check(!apex, apex ? "the domain is the top of the " + where + ", where a CNAME is not allowed" : where)
                .note("its name servers are " + Words.list(zone.nameServers()))
                .ruling();
    }

    private static Ruling elsewhere(DomainPlan domain, List<DnsAnswer> answers) {
        Optional<DnsAnswer> zone = answers.stream()
                .filter(a -> a.type().equals("NS") && a.status() == Status.FOUND)
                .max(Comparator.comparingInt(a -> a.name().length()));
        if (zone.isPresent()) {
            return servedBy(domain, zone.get(), answers);
        }
        boolean silent = answers.stream().anyMatch(a -> a.status() == Status.FAILED);
        return silent
                ? Ruling.unknown("no name server answered for " + domain.name() + " or a parent")
                : Ruling.fail("neither " + domain.name() + " nor a parent is served by any name server");
    }

    private static Ruling servedBy(DomainPlan domain, DnsAnswer zone, List<DnsAnswer> answers) {
        boolean apex = zone.name().equalsIgnoreCase(domain.name().value());
        Facts facts = new Facts()
                .check(
                        !apex,
                        apex
                                ? "the domain is the top of its zone, where a CNAME is not allowed"
                                : "the zone is " + zone.name())
                .note("its name servers are " + Words.list(zone.values()));
        answers.stream()
                .filter(a -> a.type().equals("CNAME") && a.status() == Status.NO_SUCH_NAME)
                .forEach(a -> facts.note("resolvers that asked too early remember for " + a.ttlSeconds() + " s that "
                        + a.name() + " does not exist"));
        return facts.ruling();
    }
}
