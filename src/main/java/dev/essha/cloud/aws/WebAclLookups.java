package dev.essha.cloud.aws;

import dev.essha.inventory.Edge;
import java.util.Comparator;
import java.util.Optional;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** AWS WAF. */
final class WebAclLookups {

    private final AwsClients clients;

    WebAclLookups(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * By its ARN, {@code arn:aws:wafv2:us-east-1:111122223333:global/webacl/name/id}; {@code regional} in other scopes.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html">ARNs of AWS WAF</a>
     */
    Optional<Edge.WebAcl> webAcl(String arn) {
        String[] parts = arn.substring(arn.lastIndexOf(':') + 1).split("/");
        Scope scope = parts[0].equals("global") ? Scope.CLOUDFRONT : Scope.REGIONAL;
        Wafv2Client api = clients.where(arn).waf();
        return Existing.find(
                        () -> api.getWebACL(r -> r.scope(scope).name(parts[2]).id(parts[3])))
                .map(answer -> seen(api, answer.webACL()));
    }

    private static Edge.WebAcl seen(Wafv2Client api, WebACL acl) {
        return new Edge.WebAcl(
                acl.arn(),
                acl.name(),
                acl.defaultAction().block() == null ? "allow" : "block",
                acl.rules().stream()
                        .sorted(Comparator.comparing(Rule::priority))
                        .map(Rule::name)
                        .toList(),
                isLogged(api, acl.arn()));
    }

    private static boolean isLogged(Wafv2Client api, String arn) {
        return Existing.find(() -> api.getLoggingConfiguration(r -> r.resourceArn(arn)))
                .filter(answer ->
                        !answer.loggingConfiguration().logDestinationConfigs().isEmpty())
                .isPresent();
    }
}
