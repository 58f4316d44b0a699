package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Offers;
import dev.essha.cloud.StackEvent;
import java.util.Optional;

/**
 * What to do about a failure. Decides on the type of a {@link CloudFailure} and on the codes in what CloudFormation gives
 * as a reason, never on words.
 *
 * @param operation what the person wanted, and is told to do again
 */
record Advice(Event.Operation operation) {

    static final Advice OF_INSTALL = new Advice(Event.Operation.INSTALL);
    static final Advice OF_DESTROY = new Advice(Event.Operation.DESTROY);
    static final Advice OF_ROLL_BACK = new Advice(Event.Operation.ROLL_BACK);

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

    /** @param offers are asked how far a limit is used that was reached */
    StageFailure failure(StackEvent event, Offers offers) {
        Cause cause = new Cause(event.reason());
        String todo = new CauseAdvice(this, new Limits(offers)).about(cause, event.type());
        return new StageFailure(event.logicalId(), event.type(), cause.said(), todo);
    }

    /** What to do about what a stack says of itself, where no resource failed. */
    String about(String reason, Offers offers) {
        return new CauseAdvice(this, new Limits(offers)).about(new Cause(reason), ResourceKind.STACK);
    }

    private String about(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied ->
                then("Give the signed-in role the permission %s".formatted(denied.action()));
            case CloudFailure.NotSignedIn _ -> "Sign in again. " + again();
            case CloudFailure.ClockWrong _ -> then("Set the clock of this computer right");
            case CloudFailure.Quota quota ->
                then("Ask for a higher quota (%s) in the Service Quotas console".formatted(quota.code()));
            case CloudFailure.Taken _ -> CauseAdvice.aboutName(this, Optional.empty());
            case CloudFailure.Conflict _ -> then("Wait until the other change has ended");
            case CloudFailure.Unreachable _ -> then("Change the setting that is named");
            case CloudFailure.Throttled _, CloudFailure.Unavailable _ ->
                "The service did not answer in time. " + again();
            case CloudFailure.NotFound _ -> "It may have been removed meanwhile. " + again();
            case CloudFailure.Invalid _ -> then(aboutRefusal());
            case CloudFailure.Unknown _ -> again();
        };
    }

    String aboutRefusal() {
        return switch (operation) {
            case INSTALL -> "Change the setting that the service refuses";
            case DESTROY, ROLL_BACK -> "Remove what the service says is in the way";
        };
    }

    String aboutStandstill() {
        return switch (operation) {
            case INSTALL -> "Look at the resource in the console for why it did not become ready";
            case DESTROY, ROLL_BACK -> "Look at the resource in the console for what keeps it";
        };
    }

    String again() {
        return switch (operation) {
            case INSTALL -> "Install again: it goes on from what stands.";
            case DESTROY -> "Destroy again: it goes on with what is left.";
            case ROLL_BACK -> "Roll back again: it goes on with what is left.";
        };
    }

    String then(String first) {
        return first
                + switch (operation) {
                    case INSTALL -> ", then install again.";
                    case DESTROY -> ", then destroy again.";
                    case ROLL_BACK -> ", then roll back again.";
                };
    }
}
