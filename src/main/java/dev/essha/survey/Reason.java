package dev.essha.survey;

import dev.essha.cloud.CloudFailure;

/** Why something could not be seen, in words for a person. */
final class Reason {

    private Reason() {}

    static String of(CloudFailure failure) {
        String call = failure.call();
        return switch (failure) {
            case CloudFailure.Denied denied -> "missing permission " + denied.action();
            case CloudFailure.NotSignedIn _ -> "not signed in any more, asked by " + call;
            case CloudFailure.ClockWrong _ -> "the clock of this computer is wrong, says " + call;
            case CloudFailure.NotFound _ -> call + " found nothing: " + failure.message();
            case CloudFailure.Throttled _ -> call + " was throttled; verify again in a minute";
            case CloudFailure.Unavailable _, CloudFailure.Unreachable _ ->
                call + " could not be reached: " + failure.message();
            case CloudFailure.Taken _,
                    CloudFailure.Conflict _,
                    CloudFailure.Quota _,
                    CloudFailure.Invalid _,
                    CloudFailure.Unknown _ -> call + " failed: " + failure.message();
        };
    }
}
