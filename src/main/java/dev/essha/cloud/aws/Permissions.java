package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/**
 * What the signed-in identity may do, simulated before anything is touched.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</a>
 */
final class Permissions {

    private static final String CALL = "iam:SimulatePrincipalPolicy";
    private static final int ACTIONS_PER_CALL = 100;

    private static final Pattern SESSION = Pattern.compile("arn:([a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/[^/]+");
    private static final Pattern ROOT = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:root");
    private static final Pattern FEDERATED = Pattern.compile("arn:[a-z-]+:sts::\\d{12}:federated-user/.+");

    private final AwsClients clients;

    Permissions(AwsClients clients) {
        this.clients = clients;
    }

    /** No policy of the account limits its root user. */
    List<String> denied(List<String> actions) {
        String caller = clients.sts().getCallerIdentity().arn();
        if (ROOT.matcher(caller).matches()) {
            return List.of();
        }
        String principal = principal(caller);
        Set<String> allowed = actions.stream()
                .distinct()
                .gather(Gatherers.windowFixed(ACTIONS_PER_CALL))
                .flatMap(some -> allowed(principal, some))
                .collect(Collectors.toSet());
        return actions.stream().filter(a -> !allowed.contains(a)).toList();
    }

    private Stream<String> allowed(String principal, List<String> actions) {
        return clients
                .iam()
                .simulatePrincipalPolicyPaginator(
                        r -> r.policySourceArn(principal).actionNames(actions))
                .evaluationResults()
                .stream()
                .filter(result -> result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED)
                .map(EvaluationResult::evalActionName);
    }

    /** A session is not a principal that could be simulated, its role is; the session's ARN leaves out the role's path. */
    private String principal(String caller) {
        if (FEDERATED.matcher(caller).matches()) {
            throw new CloudException(new CloudFailure.Invalid(CALL, "a federated user cannot be simulated: " + caller));
        }
        Matcher session = SESSION.matcher(caller);
        return session.matches() ? role(session.group(1), session.group(2), session.group(3)) : caller;
    }

    private String role(String partition, String account, String name) {
        try {
            return clients.iam().getRole(r -> r.roleName(name)).role().arn();
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Denied) {
                return "arn:" + partition + ":iam::" + account + ":role/" + name;
            }
            throw e;
        }
    }
}
