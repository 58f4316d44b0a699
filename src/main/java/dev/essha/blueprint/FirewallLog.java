package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the web ACL turned away, or counted, and why; what passes without a mark is in the ingress's own log. Kept as long
 * as the flow log, which tells the same story a layer below.
 *
 * <p>Tokens stay out of it: those in headers, and the query, in which sign-in carries its codes. The group is encrypted
 * with the key of CloudWatch Logs: the deployment's own is in the plan's region, where this stack does not stand.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html">Web ACLs and CloudWatch Logs</a>
 */
final class FirewallLog {

    /** In lower case, as AWS WAF wants names of headers. */
    private static final List<String> SECRET_HEADERS = List.of("authorization", "cookie", "dpop");

    private FirewallLog() {}

    static void add(StackDraft stack, ResourceRef acl) {
        ResourceRef group = stack.add(Resource.of("WebAclLog", "AWS::Logs::LogGroup")
                .with("LogGroupName", stack.names().webAclLog(stack.plan().region()))
                .with("RetentionInDays", stack.plan().network().flowLogDays()));
        stack.add(Resource.of("WebAclLogging", "AWS::WAFv2::LoggingConfiguration")
                .with("ResourceArn", acl.att("Arn"))
                .with("LogDestinationConfigs", Value.list(arn(group)))
                .with("LoggingFilter", onlyMarked())
                .with("RedactedFields", redacted()));
    }

    /** Not the group's attribute, which ends in {@code :*}: AWS WAF takes the bare name only. */
    private static Value arn(ResourceRef group) {
        return Value.sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:{}", group.ref());
    }

    private static Fields onlyMarked() {
        List<Fields> marks = Stream.of("BLOCK", "COUNT", "EXCLUDED_AS_COUNT")
                .map(action -> Fields.of("ActionCondition", Fields.of("Action", action)))
                .toList();
        Fields keep =
                Fields.of("Behavior", "KEEP").with("Requirement", "MEETS_ANY").with("Conditions", marks);
        return Fields.of("DefaultBehavior", "DROP").with("Filters", Value.list(keep));
    }

    private static List<Fields> redacted() {
        Stream<Fields> headers = SECRET_HEADERS.stream().map(h -> Fields.of("SingleHeader", Fields.of("Name", h)));
        return Stream.concat(headers, Stream.of(Fields.of("QueryString", Fields.none())))
                .toList();
    }
}
