package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackEvent;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a failure. Decides on the type of a {@link CloudFailure} and on the code that CloudFormation's
 * resource handlers report, never on words.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">Handler
 *     error codes</a>
 */
final class Advice {

    private static final Pattern HANDLER_CODE = Pattern.compile("HandlerErrorCode: (\\w+)");
    private static final String AGAIN = "Install again: it goes on from what stands.";

    private static final Map<String, String> BY_HANDLER_CODE = Map.of(
            "AccessDenied", "Give the signed-in role the permission that is named, then install again.",
            "UnauthorizedTaggingOperation", "Give the signed-in role the permission to tag it, then install again.",
            "InvalidCredentials", "Sign in again, then install again.",
            "AlreadyExists", "Remove or rename what has this name already, then install again.",
            "ServiceLimitExceeded", "Ask for a higher quota in the Service Quotas console, then install again.",
            "InvalidRequest", "Change the setting that the service refuses, then install again.",
            "ResourceConflict", "Wait until the other change to it has ended, then install again.",
            "Throttling", AGAIN,
            "NotStabilized",
                    "Look at the resource in the console for why it did not become ready, then install again.");

    private Advice() {}

    /** The failure of a stage that ended with an exception. */
    static StageFailure failure(Throwable e) {
        return switch (e) {
            case StageException known -> known.failure();
            case CloudException cloud -> new StageFailure("", "", cloud.getMessage(), about(cloud.failure()));
            default ->
                new StageFailure(
                        "", "", String.valueOf(e), "This is a defect of the installer; please report it. " + AGAIN);
        };
    }

    /** The failure of a resource. */
    static StageFailure failure(StackEvent event) {
        return new StageFailure(event.logicalId(), event.type(), event.reason(), about(event.reason()));
    }

    /** What to do about what CloudFormation gives as a reason. */
    static String about(String reason) {
        Matcher code = HANDLER_CODE.matcher(reason);
        return code.find() ? BY_HANDLER_CODE.getOrDefault(code.group(1), AGAIN) : AGAIN;
    }

    private static String about(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied ->
                "Give the signed-in role the permission %s, then install again.".formatted(denied.action());
            case CloudFailure.NotSignedIn _ -> "Sign in again, then run this again: it goes on from what stands.";
            case CloudFailure.Quota quota ->
                "Ask for a higher quota (%s) in the Service Quotas console, then install again."
                        .formatted(quota.code());
            case CloudFailure.Conflict _ -> "Wait until the other change has ended, then install again.";
            case CloudFailure.Throttled _, CloudFailure.Unavailable _ -> "The service did not answer in time. " + AGAIN;
            case CloudFailure.NotFound _ -> "It may have been removed meanwhile. " + AGAIN;
            case CloudFailure.Invalid _ -> "Change the setting that the service refuses, then install again.";
            case CloudFailure.Unknown _ -> AGAIN;
        };
    }
}
