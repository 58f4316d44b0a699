package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Offer;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
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
    Offer.Permissions simulate(List<String> actions) {
        String caller = clients.sts().getCallerIdentity().arn();
        if (ROOT.matcher(caller).matches()) {
            return Offer.Permissions.ALL;
        }
        String principal = principal(caller);
        Map<String, EvaluationResult> results = actions.stream()
                .distinct()
                .gather(Gatherers.windowFixed(ACTIONS_PER_CALL))
                .flatMap(some -> results(principal, some))
                .collect(Collectors.toMap(EvaluationResult::evalActionName, r -> r, (first, _) -> first));
        return new Offer.Permissions(
                actions.stream().filter(a -> isDenied(results.get(a))).toList(),
                actions.stream().filter(a -> isUndecided(results.get(a))).toList());
    }

    private Stream<EvaluationResult> results(String principal, List<String> actions) {
        return clients
                .iam()
                .simulatePrincipalPolicyPaginator(
                        r -> r.policySourceArn(principal).actionNames(actions))
                .evaluationResults()
                .stream();
    }

    /**
     * A refusal counts only where no condition was left open: one on a region or a tag refuses what is simulated without
     * them and not what is really asked for.
     */
    private static boolean isDenied(EvaluationResult result) {
        return result != null
                && result.evalDecision() == PolicyEvaluationDecisionType.EXPLICIT_DENY
                && result.missingContextValues().isEmpty();
    }

    /** Simulated is any resource and no context; a policy for {@code role/ess-*} alone allows nothing of that. */
    private static boolean isUndecided(EvaluationResult result) {
        return !isDenied(result) && (result == null || result.evalDecision() != PolicyEvaluationDecisionType.ALLOWED);
    }

    /** A session is not a principal that could be simulated, its role is; the session's ARN leaves out the role's path. */
    private String principal(String caller) {
        if (FEDERATED.matcher(caller).matches()) {
            throw new CloudException(new CloudFailure.Invalid(CALL, Phrase.of("policy.federated", caller)));
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
