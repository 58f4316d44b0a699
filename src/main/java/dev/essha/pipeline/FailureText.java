package dev.essha.pipeline;

import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.Locale;

/**
 * What is said of a call that failed: what kind of failure it is, and what the service said, in its own words; or else what
 * the adapter says, which tells both.
 */
public final class FailureText {

    private final Wording wording;

    /** @param language English where there is no translation */
    public FailureText(Locale language) {
        this.wording = Sentences.in(language);
    }

    /** What happened, and nothing of what to do about it. */
    public String what(CloudFailure failure) {
        return wording.of(phrase(failure));
    }

    static Phrase phrase(CloudFailure failure) {
        return failure.said().isAsIs() ? ofService(failure) : phrase("other", failure, "");
    }

    /** A service says in English what kind of failure it is. */
    private static Phrase ofService(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied -> phrase("denied", denied, denied.action());
            case CloudFailure.Quota quota -> phrase("quota", quota, quota.code());
            case CloudFailure.NotSignedIn _ -> phrase("not-signed-in", failure, "");
            case CloudFailure.Taken _ -> phrase("taken", failure, "");
            case CloudFailure.Throttled _ -> phrase("throttled", failure, "");
            case CloudFailure.Unavailable _ -> phrase("unavailable", failure, "");
            case CloudFailure.NotFound _,
                    CloudFailure.Conflict _,
                    CloudFailure.ClockWrong _,
                    CloudFailure.Unreachable _,
                    CloudFailure.Invalid _,
                    CloudFailure.Unknown _ -> phrase("other", failure, "");
        };
    }

    private static Phrase phrase(String kind, CloudFailure failure, Object more) {
        return Phrase.of("failure." + kind, failure.call(), failure.said(), more);
    }
}
