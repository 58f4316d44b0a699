package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.SubnetLayout;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The proof-of-concept preset, and what differs from it in one respect. */
final class ExportPlans {

    private ExportPlans() {}

    static Plan preset() {
        return Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
    }

    static Blueprint blueprint(Plan plan) {
        return Blueprint.of(ValidPlan.of(plan));
    }

    static Plan withZones(int count) {
        Plan p = preset();
        List<SubnetLayout> layout =
                SubnetLayout.of(p.network().vpcCidr(), count).orElseThrow();
        List<NetworkPlan.Zone> zones = IntStream.range(0, count)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName(p.region().value() + (char) ('a' + i)),
                        layout.get(i).publicCidr(),
                        layout.get(i).privateCidr()))
                .toList();
        NetworkPlan network = new NetworkPlan(
                p.network().vpcCidr(), zones, p.network().egress(), p.network().flowLogDays());
        return changed(p, p.tags(), p.ess(), network, p.domain(), p.messaging());
    }

    static Plan withDnsElsewhere() {
        Plan p = preset();
        DomainPlan domain = new DomainPlan(p.domain().name(), DomainPlan.Dns.ELSEWHERE, Optional.empty());
        return changed(p, p.tags(), p.ess(), p.network(), domain, p.messaging());
    }

    static Plan withHostedZone(String id) {
        Plan p = preset();
        DomainPlan domain = new DomainPlan(p.domain().name(), DomainPlan.Dns.ROUTE53, Optional.of(id));
        return changed(p, p.tags(), p.ess(), p.network(), domain, p.messaging());
    }

    static Plan withTags(Map<String, String> tags) {
        Plan p = preset();
        return changed(p, tags, p.ess(), p.network(), p.domain(), p.messaging());
    }

    static Plan withSearch() {
        Plan p = preset();
        return changed(p, p.tags(), new EssPlan(true, true, true), p.network(), p.domain(), p.messaging());
    }

    static Plan withKafkaByRole() {
        Plan p = preset();
        MessagingPlan m = p.messaging();
        MessagingPlan byRole = new MessagingPlan(
                m.kafkaVersion(),
                m.instanceType(),
                m.brokersPerZone(),
                m.storageGiB(),
                MessagingPlan.Authentication.IAM,
                m.logDays());
        return changed(p, p.tags(), p.ess(), p.network(), p.domain(), byRole);
    }

    private static Plan changed(
            Plan p,
            Map<String, String> tags,
            EssPlan ess,
            NetworkPlan network,
            DomainPlan domain,
            MessagingPlan kafka) {
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                new TreeMap<>(tags),
                ess,
                network,
                domain,
                p.edge(),
                p.database(),
                kafka,
                p.storage(),
                p.compute(),
                p.registry());
    }
}
