package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Requests carry the time at which they were signed, and are refused where that is far from the service's. The SDK learns
 * the difference from the answer and tries again; this is for what is refused all the same.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">Troubleshoot signed
 *     requests</a>
 */
final class WrongClock {

    private static final Pattern DEFINITE = Pattern.compile("RequestTimeTooSkewed|RequestInTheFuture");

    /** Codes that say as well that credentials have ended or are wrong. */
    private static final Pattern POSSIBLE = Pattern.compile("RequestExpired|SignatureDoesNotMatch|SignatureExpired"
            + "|InvalidSignature(Exception)?|AuthFailure|AccessDenied(Exception)?");

    /** Services allow five minutes; the answer takes a while itself. */
    private static final Duration TOLERATED = Duration.ofMinutes(4);

    private WrongClock() {}

    static Optional<CloudFailure> in(String call, String code, String message, AwsServiceException e) {
        Optional<Duration> ahead = ahead(e).filter(d -> d.abs().compareTo(TOLERATED) > 0);
        boolean wrong = DEFINITE.matcher(code).matches()
                || ahead.isPresent() && POSSIBLE.matcher(code).matches();
        return wrong
                ? Optional.of(new CloudFailure.ClockWrong(
                        call, ahead.map(by -> said(by, message)).orElseGet(() -> Phrase.of("clock.wrong", message))))
                : Optional.empty();
    }

    private static Phrase said(Duration ahead, String message) {
        return Phrase.of(
                ahead.isNegative() ? "clock.slow" : "clock.fast",
                message,
                ahead.abs().toMinutes());
    }

    private static Optional<Duration> ahead(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Date"))
                .flatMap(WrongClock::time)
                .map(theirs -> Duration.between(theirs, Instant.now()));
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
