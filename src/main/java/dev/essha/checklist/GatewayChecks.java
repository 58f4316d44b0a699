package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge.Distribution;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.WebAcl;
import dev.essha.inventory.Inventory;
import dev.essha.plan.DomainName;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** R5: what stands in front of the VPC. */
final class GatewayChecks {

    private static final String HTTPS_ONLY = "https-only";
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
    private static final String RATE_RULE = "requests-per-client";
    /**
     * The policies of CloudFront without TLS 1.1 and older.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html">Policies</a>
     */
    private static final Set<String> TLS_VERSIONS =
            Set.of("TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025");

    private GatewayChecks() {}

    static boolean concern(Plan plan) {
        return plan.edge().gateway() == Gateway.CLOUDFRONT;
    }

    static Ruling gateway(Plan plan, Inventory seen) {
        return switch (plan.edge().gateway()) {
            case CLOUDFRONT ->
                Ruling.onThe(Phrase.of("missing.gateway"), seen.front().gateway(), d -> stands(plan, d, seen));
            case NONE -> Ruling.on(seen.loadBalancers(), all -> straight(plan, all, seen));
        };
    }

    private static Ruling stands(Plan plan, Distribution gateway, Inventory seen) {
        DomainName domain = plan.domain().name();
        Facts facts = new Facts()
                .check(gateway.enabled(), gateway.enabled() ? "gateway.enabled" : "gateway.disabled", gateway.id())
                .check(gateway.status().equals("Deployed"), "gateway.status", gateway.status())
                .check(
                        gateway.aliases().containsAll(List.of(domain.value(), domain.wildcard())),
                        "gateway.answers-for",
                        Words.list(gateway.aliases()))
                .check(
                        gateway.viewerProtocol().equals(HTTPS_ONLY),
                        "gateway.clients-by",
                        Words.orNone(gateway.viewerProtocol()))
                .check(
                        TLS_VERSIONS.contains(gateway.tlsVersion()),
                        "gateway.oldest-tls",
                        Words.orNone(gateway.tlsVersion()))
                .check(
                        gateway.originProtocol().equals(HTTPS_ONLY),
                        "gateway.goes-on-by",
                        Words.orNone(gateway.originProtocol()))
                .check(
                        gateway.forwardsHost(),
                        gateway.forwardsHost() ? "gateway.name-passed" : "gateway.name-not-passed")
                .check(
                        gateway.allowedMethods().containsAll(METHODS),
                        "gateway.methods",
                        Words.list(gateway.allowedMethods()));
        facts.lookAt(seen.loadBalancers(), all -> turnsTo(plan, gateway, all, facts));
        Access.ofGatewayOnly(plan, seen, facts);
        return facts.note("gateway.everywhere").ruling();
    }

    private static void turnsTo(Plan plan, Distribution gateway, List<LoadBalancer> all, Facts facts) {
        List<String> wanted = plan.edge().loadBalancing() == LoadBalancing.SINGLE
                ? WantedBalancer.open(plan).stream()
                        .flatMap(w -> w.in(all).stream())
                        .map(LoadBalancer::dnsName)
                        .toList()
                : List.of(plan.domain().name().origin());
        boolean same = gateway.origins().size() == 1
                && wanted.stream().anyMatch(gateway.origins().getFirst()::equalsIgnoreCase);
        facts.check(same, "gateway.turns-to", Words.list(gateway.origins()), Words.list(wanted));
    }

    static Ruling webAcl(Plan plan, Inventory seen) {
        return Ruling.onThe(
                Phrase.of("missing.gateway"),
                seen.front().gateway(),
                gateway ->
                        Ruling.onThe(Phrase.of("missing.web-acl"), seen.front().webAcl(), acl -> guards(gateway, acl)));
    }

    private static Ruling guards(Distribution gateway, WebAcl acl) {
        return new Facts()
                .check(
                        gateway.webAclArn().equals(acl.arn()),
                        "web-acl.of-gateway",
                        Words.orNone(gateway.webAclArn()),
                        acl.arn())
                .check(acl.rules().contains(RATE_RULE), "web-acl.rules", Words.list(acl.rules()))
                .check(acl.logged(), acl.logged() ? "web-acl.logged" : "web-acl.unlogged")
                .ruling();
    }

    /** A gateway in front would be what the domain leads to. */
    private static Ruling straight(Plan plan, List<LoadBalancer> balancers, Inventory seen) {
        return Ruling.onThe(
                DnsGoal.missing(plan),
                DnsGoal.of(plan, seen),
                goal -> Ruling.on(seen.lookups(), answers -> straight(plan, balancers, goal, answers)));
    }

    private static Ruling straight(Plan plan, List<LoadBalancer> balancers, DnsGoal goal, List<DnsAnswer> answers) {
        String domain = plan.domain().name().value();
        Optional<DnsAnswer> answer = answers.stream()
                .filter(a -> a.type().equals(plan.domain().apex() ? "A" : "CNAME"))
                .filter(a -> a.name().equalsIgnoreCase(domain) && a.status() == Status.FOUND)
                .findFirst();
        return answer.map(a -> new Facts()
                        .check(
                                isStraight(a, balancers, goal, answers),
                                "domain.leads-to",
                                domain,
                                Words.list(a.values()),
                                goal.what().said(),
                                goal.name())
                        .note("gateway.not-chosen")
                        .ruling())
                .orElseGet(() -> Ruling.unknown("domain.leads-nowhere", domain));
    }

    private static boolean isStraight(
            DnsAnswer answer, List<LoadBalancer> balancers, DnsGoal goal, List<DnsAnswer> answers) {
        Stream<String> own = balancers.stream().map(LoadBalancer::dnsName);
        return answer.type().equals("A")
                ? goal.addresses(answers).containsAll(answer.values())
                : answer.values().stream().anyMatch(goal::isNamed)
                        || own.anyMatch(name -> answer.values().stream().anyMatch(name::equalsIgnoreCase));
    }
}
