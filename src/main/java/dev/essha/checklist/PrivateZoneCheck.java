package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.PrivateZone;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Vpc;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Set;

/** R8 as the VPC sees it. Its answers are for the VPC only, so it is judged by what it holds. */
final class PrivateZoneCheck {

    private PrivateZoneCheck() {}

    static boolean concerns(Plan plan) {
        return plan.domain().privateZone();
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return Ruling.onThe(
                Phrase.of("missing.private-zone"),
                seen.front().privateZone(),
                zone -> Ruling.onThe(
                        Phrase.of("missing.vpc"),
                        seen.vpc(),
                        vpc -> Ruling.on(seen.loadBalancers(), all -> leads(plan, zone, vpc, all))));
    }

    private static Ruling leads(Plan plan, PrivateZone zone, Vpc vpc, List<LoadBalancer> balancers) {
        DomainName domain = plan.domain().name();
        Facts facts = new Facts()
                .check(zone.name().equalsIgnoreCase(domain.value()), "private-zone.of", zone.id(), zone.name())
                .check(
                        zone.vpcIds().contains(vpc.id()),
                        "private-zone.answers-in",
                        Words.list(zone.vpcIds()),
                        vpc.id());
        WantedBalancer.judge(WantedBalancer.inside(plan).stream().toList(), balancers, facts, (_, balancer, f) -> {
            DnsGoal inside = new DnsGoal(DnsGoal.What.BALANCER, balancer.dnsName(), Set.of(), List.of(), true);
            HeldRecords records = new HeldRecords(zone.records(), f);
            records.alias(domain.value(), inside, false);
            records.cname(domain.wildcard(), inside);
        });
        return facts.ruling();
    }
}
