package dev.essha.ui.text;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.pipeline.FailureText;

/** What is told of a failure: what happened, in the service's words where it has any, and what to do, in the window's. */
public record Failures(Words words) {

    /**
     * @param what happened
     * @param todo what to do about it
     */
    public record Told(String what, String todo) {}

    public Told tell(Throwable failure) {
        return failure instanceof CloudException cloud
                ? new Told(new FailureText(words.engineLocale()).what(cloud.failure()), todo(cloud.failure()))
                : new Told(String.valueOf(failure), words.of("failure.unexpected"));
    }

    private String todo(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied -> words.of("failure.denied", denied.action());
            case CloudFailure.NotSignedIn _ -> words.of("failure.not-signed-in");
            case CloudFailure.Quota quota -> words.of("failure.quota", quota.code());
            case CloudFailure.ClockWrong _ -> words.of("failure.clock-wrong");
            case CloudFailure.Taken _ -> words.of("failure.taken");
            case CloudFailure.Throttled _ -> words.of("failure.throttled");
            case CloudFailure.Unavailable _ -> words.of("failure.unavailable");
            case CloudFailure.Unreachable _ -> words.of("failure.unreachable");
            case CloudFailure.NotFound _, CloudFailure.Conflict _, CloudFailure.Invalid _, CloudFailure.Unknown _ ->
                words.of("failure.other");
        };
    }
}
