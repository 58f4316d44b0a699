package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Cidr;
import dev.essha.plan.EdgePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The web ACL in front of the gateway: turns away who asks too often, addresses of ill repute and known attacks, and, where
 * the plan names ranges, everybody else.
 *
 * <p>A rule that allows ends the evaluation, so the one for the plan's ranges comes last. Samples of requests are off: they
 * show whole headers, tokens among them.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html">Order of rules</a>
 */
final class Firewall {

    /** The only scope that CloudFront knows. */
    private static final String SCOPE = "CLOUDFRONT";

    private static final int TOO_MANY_REQUESTS = 429;
    /** That in which the plan counts the requests of a client. */
    private static final int FIVE_MINUTES = 300;

    private final StackDraft stack;
    private final List<Fields> rules = new ArrayList<>();

    private Firewall(StackDraft stack) {
        this.stack = stack;
    }

    static ResourceRef add(StackDraft stack) {
        return new Firewall(stack).add();
    }

    private ResourceRef add() {
        EdgePlan edge = stack.plan().edge();
        rate(edge.requestsPerClient());
        for (ManagedRules group : ManagedRules.values()) {
            managed(group);
        }
        if (!edge.isOpenToAll()) {
            allow(edge.allowedCidrs());
        }
        ResourceRef acl = stack.add(Resource.of("WebAcl", "AWS::WAFv2::WebACL")
                .with("Name", stack.names().webAcl(stack.plan().region()))
                .with("Scope", SCOPE)
                .with("DefaultAction", action(edge.isOpenToAll() ? "Allow" : "Block"))
                .with(
                        "VisibilityConfig",
                        counted(stack.names().webAcl(stack.plan().region())))
                .with("Rules", rules));
        FirewallLog.add(stack, acl);
        return acl;
    }

    private void rate(int requests) {
        Fields statement = Fields.of("Limit", requests)
                .with("EvaluationWindowSec", FIVE_MINUTES)
                .with("AggregateKeyType", "IP");
        Fields busy = Fields.of("CustomResponse", Fields.of("ResponseCode", TOO_MANY_REQUESTS));
        rules.add(rule("requests-per-client", Fields.of("RateBasedStatement", statement))
                .with("Action", Fields.of("Block", busy)));
    }

    private void managed(ManagedRules group) {
        List<Fields> counted = group.counted().stream()
                .map(name -> Fields.of("Name", name).with("ActionToUse", action("Count")))
                .toList();
        Fields statement = Fields.of("VendorName", "AWS")
                .with("Name", group.vendorName())
                .when(!counted.isEmpty(), s -> s.with("RuleActionOverrides", counted));
        rules.add(rule(group.label(), Fields.of("ManagedRuleGroupStatement", statement))
                .with("OverrideAction", action("None")));
    }

    private void allow(List<Cidr> ranges) {
        ResourceRef clients = stack.add(Resource.of("Clients", "AWS::WAFv2::IPSet")
                .with("Name", stack.names().ipSet(stack.plan().region()))
                .with("Scope", SCOPE)
                .with("IPAddressVersion", "IPV4")
                .with("Addresses", ranges.stream().sorted().map(Value::text).toList()));
        rules.add(rule("clients", Fields.of("IPSetReferenceStatement", Fields.of("Arn", clients.att("Arn"))))
                .with("Action", action("Allow")));
    }

    private Fields rule(String name, Fields statement) {
        return Fields.of("Name", name)
                .with("Priority", rules.size())
                .with("Statement", statement)
                .with("VisibilityConfig", counted(name));
    }

    private static Fields action(String name) {
        return Fields.of(name, Fields.none());
    }

    private static Fields counted(String metric) {
        return Fields.of("CloudWatchMetricsEnabled", true)
                .with("MetricName", metric)
                .with("SampledRequestsEnabled", false);
    }
}
