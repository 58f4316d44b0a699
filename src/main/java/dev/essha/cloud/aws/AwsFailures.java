package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.CloudFailure.Conflict;
import dev.essha.cloud.CloudFailure.Denied;
import dev.essha.cloud.CloudFailure.Invalid;
import dev.essha.cloud.CloudFailure.NotFound;
import dev.essha.cloud.CloudFailure.NotSignedIn;
import dev.essha.cloud.CloudFailure.Quota;
import dev.essha.cloud.CloudFailure.Throttled;
import dev.essha.cloud.CloudFailure.Unavailable;
import dev.essha.cloud.CloudFailure.Unknown;
import dev.essha.cloud.CloudFailure.Unreachable;
import dev.essha.connect.BadSetting;
import dev.essha.wording.Labels;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What went wrong, as a {@link CloudFailure}: decided on types and error codes, never on a message. */
final class AwsFailures {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private AwsFailures() {}

    /**
     * What went wrong, in the words of the service, which may quote the request: without the secrets in it.
     *
     * @param call the service call, {@code ec2:DescribeSubnets}
     */
    static CloudFailure of(String call, Throwable seen) {
        return switch (seen) {
            case AwsServiceException e -> ofService(call, e);
            case AbortedException _ -> new Unavailable(call, Phrase.of("interrupted"));
            case ApiCallTimeoutException e -> new Unavailable(call, text(e));
            case ApiCallAttemptTimeoutException e -> new Unavailable(call, text(e));
            default -> onTheWay(call, seen);
        };
    }

    private static CloudFailure onTheWay(String call, Throwable seen) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoRoute blocked) {
                return blocked.lasting()
                        ? new Unreachable(call, blocked.said())
                        : new Unavailable(call, blocked.said());
            }
            if (cause instanceof BadSetting setting) {
                return new Unreachable(call, said(setting));
            }
        }
        return unreachable(seen) ? new Unavailable(call, text(seen)) : new Unknown(call, "", text(seen));
    }

    private static Phrase said(BadSetting bad) {
        return Phrase.of("setting." + Labels.of(bad.problem()), bad.setting(), bad.file());
    }

    private static CloudFailure ofService(String call, AwsServiceException e) {
        String code = Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        String message = message(e);
        return WrongClock.in(call, code, message, e).orElseGet(() -> byCode(call, code, message, e));
    }

    private static CloudFailure byCode(String call, String code, String message, AwsServiceException e) {
        return switch (ErrorCodes.meaning(code, e.statusCode())) {
            case DENIED -> new Denied(call, DeniedAction.of(call, message), message);
            case NOT_SIGNED_IN -> new NotSignedIn(call, message);
            case THROTTLED -> new Throttled(call, patience(e), message);
            case QUOTA -> new Quota(call, code, message);
            case NOT_FOUND -> new NotFound(call, message);
            case CONFLICT -> new Conflict(call, message);
            case UNAVAILABLE -> new Unavailable(call, message);
            case INVALID -> new Invalid(call, message);
            case UNKNOWN -> new Unknown(call, code, message);
        };
    }

    private static boolean unreachable(Throwable seen) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Duration patience(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PATIENCE);
    }

    private static String message(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .filter(m -> !m.isBlank())
                .map(Facts::said)
                .orElseGet(() -> text(e));
    }

    private static String text(Throwable seen) {
        return Optional.ofNullable(seen.getMessage())
                .map(Facts::said)
                .orElse(seen.getClass().getSimpleName());
    }
}
