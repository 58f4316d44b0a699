package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a failure. Decides on the type of a {@link CloudFailure} and on the code that CloudFormation's
 * resource handlers report, never on words.
 *
 * @param operation what the person wanted, and is told to do again
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">Handler
 *     error codes</a>
 */
record Advice(Event.Operation operation) {

    static final Advice OF_INSTALL = new Advice(Event.Operation.INSTALL);
    static final Advice OF_DESTROY = new Advice(Event.Operation.DESTROY);
    static final Advice OF_ROLL_BACK = new Advice(Event.Operation.ROLL_BACK);

    private static final Pattern HANDLER_CODE = Pattern.compile("HandlerErrorCode: (\\w+)");

    /** The failure of a stage that ended with an exception. */
    StageFailure failure(Throwable e) {
        return switch (e) {
            case StageException known -> known.failure();
            case CloudException cloud -> new StageFailure("", "", cloud.getMessage(), about(cloud.failure()));
            default ->
                new StageFailure(
                        "", "", String.valueOf(e), "This is a defect of the installer; please report it. " + again());
        };
    }

    /** The failure of a resource. */
    StageFailure failure(StackEvent event) {
        return new StageFailure(event.logicalId(), event.type(), event.reason(), about(event.reason()));
    }

    /** What to do about what CloudFormation gives as a reason. */
    String about(String reason) {
        Matcher code = HANDLER_CODE.matcher(reason);
        return code.find() ? aboutCode(code.group(1)) : again();
    }

    private String aboutCode(String handlerCode) {
        return switch (handlerCode) {
            case "AccessDenied" -> then("Give the signed-in role the permission that is named");
            case "UnauthorizedTaggingOperation" -> then("Give the signed-in role the permission to tag it");
            case "InvalidCredentials" -> then("Sign in again");
            case "AlreadyExists" -> then("Remove or rename what has this name already");
            case "ServiceLimitExceeded" -> then("Ask for a higher quota in the Service Quotas console");
            case "InvalidRequest" -> then(aboutRefusal());
            case "ResourceConflict" -> then("Wait until the other change to it has ended");
            case "NotStabilized" -> then(aboutStandstill());
            default -> again();
        };
    }

    private String about(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied ->
                then("Give the signed-in role the permission %s".formatted(denied.action()));
            case CloudFailure.NotSignedIn _ -> "Sign in again. " + again();
            case CloudFailure.ClockWrong _ -> then("Set the clock of this computer right");
            case CloudFailure.Quota quota ->
                then("Ask for a higher quota (%s) in the Service Quotas console".formatted(quota.code()));
            case CloudFailure.Conflict _ -> then("Wait until the other change has ended");
            case CloudFailure.Throttled _, CloudFailure.Unavailable _ ->
                "The service did not answer in time. " + again();
            case CloudFailure.NotFound _ -> "It may have been removed meanwhile. " + again();
            case CloudFailure.Invalid _ -> then(aboutRefusal());
            case CloudFailure.Unknown _ -> again();
        };
    }

    private String aboutRefusal() {
        return switch (operation) {
            case INSTALL -> "Change the setting that the service refuses";
            case DESTROY, ROLL_BACK -> "Remove what the service says is in the way";
        };
    }

    private String aboutStandstill() {
        return switch (operation) {
            case INSTALL -> "Look at the resource in the console for why it did not become ready";
            case DESTROY, ROLL_BACK -> "Look at the resource in the console for what keeps it";
        };
    }

    private String again() {
        return switch (operation) {
            case INSTALL -> "Install again: it goes on from what stands.";
            case DESTROY -> "Destroy again: it goes on with what is left.";
            case ROLL_BACK -> "Roll back again: it goes on with what is left.";
        };
    }

    private String then(String first) {
        return first
                + switch (operation) {
                    case INSTALL -> ", then install again.";
                    case DESTROY -> ", then destroy again.";
                    case ROLL_BACK -> ", then roll back again.";
                };
    }
}
