package dev.essha.plan;

import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;

/** What stands between the internet and the cluster must hold this (R5-R7). */
final class EdgeRules {

    static final List<Rule> ALL = List.of(
            Rule.of(EdgeRules::weightedRecordsAreInRoute53, "region", "domain.dns", "edge.loadBalancing"),
            Rule.of(EdgeRules::someoneMayConnect, "edge.allowedCidrs"),
            Rule.few(
                    "edge.allowedCidrs",
                    Limits.ALLOWED_CIDRS,
                    plan -> plan.edge().allowedCidrs()),
            Rule.different("edge.allowedCidrs", plan -> plan.edge().allowedCidrs()),
            Rule.oneOf(
                    "edge.tlsPolicy", Limits.TLS_POLICIES, plan -> plan.edge().tlsPolicy()),
            Rule.of(EdgeRules::gatewaySpeaksToTheListener, "edge.gateway", "edge.tlsPolicy"),
            Rule.range(
                    "edge.requestsPerClient",
                    Limits.REQUESTS_PER_CLIENT,
                    plan -> plan.edge().requestsPerClient()),
            Rule.range("edge.nodePort", Limits.NODE_PORT, plan -> plan.edge().nodePort()));

    private EdgeRules() {}

    /** Where the partition has no public zones, it would be no help to propose one: its own rule speaks. */
    private static List<Problem> weightedRecordsAreInRoute53(Plan plan) {
        boolean fine = plan.edge().loadBalancing() != LoadBalancing.PER_ZONE
                || plan.domain().dns() == DomainPlan.Dns.ROUTE53
                || !PartitionRules.offers(plan, Partition.Feature.PUBLIC_HOSTED_ZONES);
        return Rule.unless(fine, "edge.loadBalancing", "edge.per-zone-elsewhere");
    }

    /**
     * The documentation lists no cipher of TLS 1.3 between CloudFront and an origin.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-ciphers-cloudfront-to-origin.html">Ciphers</a>
     */
    private static List<Problem> gatewaySpeaksToTheListener(Plan plan) {
        String policy = plan.edge().tlsPolicy();
        boolean fine = plan.edge().gateway() == Gateway.NONE || !policy.contains("TLS13-1-3");
        return Rule.unless(
                fine, "edge.tlsPolicy", "edge.only-tls-13", policy, policy.replace("TLS13-1-3", "TLS13-1-2"));
    }

    private static List<Problem> someoneMayConnect(Plan plan) {
        boolean someone = !plan.edge().allowedCidrs().isEmpty();
        return Rule.unless(someone, "edge.allowedCidrs", "edge.nobody-allowed", Cidr.ANYWHERE);
    }
}
