package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Edge.WebAcl;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.SecurityGroup;
import dev.essha.inventory.Network.SecurityRule;
import dev.essha.plan.Cidr;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who may connect, by the rules of the groups that the load balancers wear, and by the web ACL of a gateway. */
final class Access {

    private static final int HTTPS = 443;
    private static final String CLIENTS_RULE = "clients";

    private Access() {}

    static Ruling judge(Plan plan, Inventory seen) {
        Facts facts = new Facts();
        switch (plan.edge().gateway()) {
            case NONE -> {
                Set<String> ranges = plan.edge().allowedCidrs().stream()
                        .map(Cidr::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
                facts.lookAt(seen.front().balancerRules(), rules -> open(plan, seen, rules, ranges, facts));
            }
            case CLOUDFRONT ->
                facts.lookAt(
                        seen.front().webAcl(),
                        acl -> acl.ifPresentOrElse(
                                a -> admits(plan.edge(), a, facts), () -> facts.check(false, "missing.web-acl")));
        }
        WantedBalancer.inside(plan)
                .ifPresent(inside ->
                        facts.lookAt(seen.front().balancerRules(), rules -> inside(plan, inside, seen, rules, facts)));
        return facts.ruling();
    }

    /** The load balancers that face the internet accept AWS's list of CloudFront's addresses and nobody else. */
    static void ofGatewayOnly(Plan plan, Inventory seen, Facts facts) {
        facts.lookAt(
                seen.front().gatewayAddresses(),
                list -> facts.lookAt(
                        seen.front().balancerRules(),
                        rules -> open(plan, seen, rules, list.map(Set::of).orElse(Set.of()), facts)));
    }

    private static void admits(EdgePlan edge, WebAcl acl, Facts facts) {
        String wanted = edge.isOpenToAll() ? "allow" : "block";
        facts.check(acl.defaultAction().equals(wanted), "web-acl.default", acl.defaultAction())
                .check(
                        edge.isOpenToAll() || acl.rules().contains(CLIENTS_RULE),
                        edge.isOpenToAll() ? "access.open" : "access.limited",
                        Words.list(edge.allowedCidrs(), Cidr::toString),
                        Words.list(acl.rules()));
    }

    private static void open(
            Plan plan, Inventory seen, Map<String, List<SecurityGroup>> rules, Set<String> wanted, Facts facts) {
        each(WantedBalancer.open(plan), seen, rules, facts, (balancer, found) -> {
            Set<String> peers = found.stream().map(SecurityRule::peer).collect(Collectors.toCollection(TreeSet::new));
            boolean onlyHttps = found.stream().allMatch(Access::isHttps);
            facts.check(
                    peers.equals(wanted) && onlyHttps, "access.admits-of", balancer, said(found), Words.list(wanted));
        });
    }

    /** Only what is in the VPC, which is named by its group. */
    private static void inside(
            Plan plan, WantedBalancer inside, Inventory seen, Map<String, List<SecurityGroup>> rules, Facts facts) {
        Predicate<SecurityRule> fine = r -> r.peer().startsWith("sg-") && isHttps(r);
        each(
                List.of(inside),
                seen,
                rules,
                facts,
                (balancer, found) -> facts.check(
                        !found.isEmpty() && found.stream().allMatch(fine), "access.admits", balancer, said(found)));
    }

    @FunctionalInterface
    private interface Judgment {
        void judge(String balancer, List<SecurityRule> rules);
    }

    private static void each(
            List<WantedBalancer> wanted,
            Inventory seen,
            Map<String, List<SecurityGroup>> rules,
            Facts facts,
            Judgment judgment) {
        facts.lookAt(
                seen.loadBalancers(),
                all -> WantedBalancer.judge(
                        wanted, all, facts, (_, balancer, _) -> judgment.judge(balancer.name(), of(balancer, rules))));
    }

    private static List<SecurityRule> of(LoadBalancer balancer, Map<String, List<SecurityGroup>> rules) {
        return rules.getOrDefault(balancer.arn(), List.of()).stream()
                .flatMap(group -> group.ingress().stream())
                .toList();
    }

    private static boolean isHttps(SecurityRule rule) {
        return rule.protocol().equals("tcp") && rule.fromPort() == HTTPS && rule.toPort() == HTTPS;
    }

    private static Phrase said(List<SecurityRule> rules) {
        return rules.isEmpty()
                ? Phrase.of("access.nobody")
                : Words.list(rules, r -> r.peer() + " (" + r.protocol() + " " + r.fromPort() + "-" + r.toPort() + ")");
    }
}
