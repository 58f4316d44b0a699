package dev.essha.survey;

import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Why;

/** Why something could not be seen. */
final class Reason {

    private Reason() {}

    static Why of(CloudFailure failure) {
        String call = failure.call();
        return switch (failure) {
            case CloudFailure.Denied denied -> Why.of(Why.Kind.DENIED, denied.action());
            case CloudFailure.NotSignedIn _ -> Why.of(Why.Kind.NOT_SIGNED_IN, call);
            case CloudFailure.ClockWrong _ -> Why.of(Why.Kind.CLOCK_WRONG, call);
            case CloudFailure.NotFound _ -> told(Why.Kind.NOT_FOUND, failure);
            case CloudFailure.Throttled _ -> Why.of(Why.Kind.THROTTLED, call);
            case CloudFailure.Unavailable _, CloudFailure.Unreachable _ ->
                Why.of(Why.Kind.UNREACHABLE, call, failure.said());
            case CloudFailure.Taken _,
                    CloudFailure.Conflict _,
                    CloudFailure.Quota _,
                    CloudFailure.Invalid _,
                    CloudFailure.Unknown _ -> told(Why.Kind.FAILED, failure);
        };
    }

    /** What AWS did not say must not be said to be its words. */
    private static Why told(Why.Kind byAws, CloudFailure failure) {
        Why.Kind kind = failure.said().isAsIs() ? byAws : Why.Kind.NOT_ASKED;
        return Why.of(kind, failure.call(), failure.said());
    }
}
