package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.HealthCheck;
import dev.essha.inventory.Edge.HostedRecord;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/** R8, where the load balancers of the zones share a name by weighted records. */
final class ZoneRecords {

    private static final int HTTPS = 443;

    private ZoneRecords() {}

    static boolean concern(Plan plan) {
        return plan.edge().loadBalancing() == LoadBalancing.PER_ZONE;
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.records(), seen.loadBalancers(), (records, all) -> shared(plan, own(plan, records), all, seen));
    }

    private static List<HostedRecord> own(Plan plan, List<HostedRecord> records) {
        String name = plan.domain().name().origin();
        return records.stream()
                .filter(r -> r.name().equalsIgnoreCase(name) && r.type().equals("A"))
                .toList();
    }

    private static Ruling shared(Plan plan, List<HostedRecord> records, List<LoadBalancer> balancers, Inventory seen) {
        Facts facts = new Facts();
        WantedBalancer.judge(
                WantedBalancer.open(plan),
                balancers,
                facts,
                (_, balancer, _) -> records.stream()
                        .filter(r -> leadsTo(r, balancer))
                        .findFirst()
                        .ifPresentOrElse(
                                r -> judge(plan, r, balancer, seen, facts),
                                () -> facts.check(false, "record.none-leads-to", balancer.name())));
        records.stream()
                .filter(r -> balancers.stream().noneMatch(b -> leadsTo(r, b)))
                .forEach(r ->
                        facts.check(false, "record.leads-to", r.name(), r.setIdentifier(), Words.orNone(r.aliasTo())));
        return facts.ruling();
    }

    private static boolean leadsTo(HostedRecord record, LoadBalancer balancer) {
        String alias = record.aliasTo();
        return alias.equalsIgnoreCase(balancer.dnsName()) || alias.equalsIgnoreCase("dualstack." + balancer.dnsName());
    }

    private static void judge(Plan plan, HostedRecord record, LoadBalancer balancer, Inventory seen, Facts facts) {
        long weight = record.weight().orElse(0L);
        facts.check(weight > 0, "record.weighted", record.name(), record.setIdentifier(), balancer.name(), weight);
        if (isChecked(plan.edge())) {
            facts.lookAt(seen.front().healthChecks(), checks -> checked(record, balancer, checks, facts));
        }
    }

    /** Health checkers come from the internet: where not everybody may connect, the load balancer's own word counts. */
    private static boolean isChecked(EdgePlan edge) {
        return edge.gateway() == EdgePlan.Gateway.NONE && edge.isOpenToAll();
    }

    private static void checked(HostedRecord record, LoadBalancer balancer, List<HealthCheck> checks, Facts facts) {
        Optional<HealthCheck> check = checks.stream()
                .filter(c -> c.id().equals(record.healthCheckId()))
                .findFirst();
        boolean fine = check.filter(c -> !c.disabled() && c.port() == HTTPS)
                .filter(c -> c.target().equalsIgnoreCase(balancer.dnsName()))
                .isPresent();
        facts.check(
                fine,
                check.map(c -> Phrase.of(c.disabled() ? "record.check-disabled" : "record.check", c.target(), c.port()))
                        .orElseGet(() -> Phrase.of("record.no-check")));
    }
}
