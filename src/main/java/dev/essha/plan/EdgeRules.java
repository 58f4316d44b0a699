package dev.essha.plan;

import java.util.List;

/** What stands between the internet and the cluster must hold this (R5-R7). */
final class EdgeRules {

    static final List<Rule> ALL = List.of(
            Rule.of(EdgeRules::someoneMayConnect, "edge.allowedCidrs"),
            Rule.oneOf(
                    "edge.tlsPolicy", Limits.TLS_POLICIES, plan -> plan.edge().tlsPolicy()),
            Rule.range(
                    "edge.requestsPerClient",
                    Limits.REQUESTS_PER_CLIENT,
                    plan -> plan.edge().requestsPerClient()),
            Rule.range("edge.nodePort", Limits.NODE_PORT, plan -> plan.edge().nodePort()));

    private EdgeRules() {}

    private static List<Problem> someoneMayConnect(Plan plan) {
        boolean someone = !plan.edge().allowedCidrs().isEmpty();
        return Rule.unless(someone, "edge.allowedCidrs", "edge.nobody-allowed", Cidr.ANYWHERE);
    }
}
