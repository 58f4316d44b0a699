package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** R7 and R8, by what name servers answer and by what Route 53 holds. */
final class DnsChecks {

    private DnsChecks() {}

    static Ruling publicName(Plan plan, Inventory seen) {
        return WantedBalancer.each(
                WantedBalancer.open(plan),
                seen,
                (_, balancer, facts) -> facts.lookAt(seen.lookups(), answers -> resolves(balancer, answers, facts)));
    }

    private static void resolves(LoadBalancer balancer, List<DnsAnswer> answers, Facts facts) {
        String name = balancer.dnsName();
        if (name == null || name.isEmpty()) {
            facts.check(false, "balancer.no-name", balancer.name());
        } else {
            answers.stream()
                    .filter(a -> a.name().equalsIgnoreCase(name) && a.type().equals("A"))
                    .findFirst()
                    .ifPresentOrElse(a -> resolves(name, a, facts), () -> facts.unclear("dns.not-asked", name));
        }
    }

    private static void resolves(String name, DnsAnswer answer, Facts facts) {
        switch (answer.status()) {
            case FOUND -> facts.note("dns.resolves", name, Words.list(answer.values()));
            case NO_DATA -> facts.check(false, "dns.no-address", name);
            case NO_SUCH_NAME -> facts.check(false, "dns.no-such", name);
            case FAILED -> facts.unclear("dns.silent", name);
        }
    }

    static Ruling domain(Plan plan, Inventory seen) {
        DomainPlan domain = plan.domain();
        String name = domain.name().value();
        return domain.apex()
                ? leads(plan, seen, (goal, facts) -> alias(plan, seen, goal, facts))
                : leads(plan, seen, (goal, facts) -> cname(plan, seen, name, name::equalsIgnoreCase, goal, facts));
    }

    static Ruling wildcard(Plan plan, Inventory seen) {
        String below = "." + plan.domain().name();
        Predicate<String> asked = name -> name.toLowerCase(Locale.ROOT).endsWith(below);
        return leads(
                plan,
                seen,
                (goal, facts) -> cname(plan, seen, plan.domain().name().wildcard(), asked, goal, facts));
    }

    /** Adds up whether a name leads to its goal. */
    @FunctionalInterface
    private interface Way {
        void judge(DnsGoal goal, Facts facts);
    }

    private static Ruling leads(Plan plan, Inventory seen, Way way) {
        return Ruling.onThe(DnsGoal.missing(plan), DnsGoal.of(plan, seen), goal -> {
            Facts facts = new Facts();
            way.judge(goal, facts);
            return facts.ruling();
        });
    }

    /**
     * A CNAME leads there.
     *
     * @param record owner name of the record in the zone
     * @param asked which of the names that were looked up the record answers
     */
    private static void cname(
            Plan plan, Inventory seen, String record, Predicate<String> asked, DnsGoal goal, Facts facts) {
        if (plan.domain().dns() == Dns.ROUTE53) {
            facts.lookAt(seen.records(), records -> new HeldRecords(records, facts).cname(record, goal));
        }
        facts.lookAt(
                seen.lookups(),
                answers -> new GivenAnswers(
                                answers.stream()
                                        .filter(a -> asked.test(a.name()))
                                        .toList(),
                                facts)
                        .cname(record, goal));
    }

    /** An alias leads there: in an answer, only its addresses are seen. */
    private static void alias(Plan plan, Inventory seen, DnsGoal goal, Facts facts) {
        String name = plan.domain().name().value();
        boolean inRoute53 = plan.domain().dns() == Dns.ROUTE53;
        if (inRoute53) {
            boolean ipv6 = !goal.steady() && plan.edge().isOpenToAll();
            facts.lookAt(seen.records(), records -> new HeldRecords(records, facts).alias(name, goal, ipv6));
        }
        facts.lookAt(
                seen.lookups(),
                answers -> new GivenAnswers(answers, facts).addresses(name, goal, goal.addresses(answers), inRoute53));
    }
}
