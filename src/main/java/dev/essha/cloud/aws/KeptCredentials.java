package dev.essha.cloud.aws;

import dev.essha.cloud.aws.CredentialSources.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials that were found and are used again.
 *
 * @param renewal when they are to be found anew; the far future for those that do not say when they end
 */
record KeptCredentials(Found found, Instant renewal) {

    /** As the SDK's own providers do it. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    static KeptCredentials of(Found found) {
        return new KeptCredentials(
                found, endOf(found).map(end -> end.minus(EARLY)).orElse(Instant.MAX));
    }

    /** The same, to be found anew at another time. */
    KeptCredentials renewedAt(Instant other) {
        return new KeptCredentials(found, other);
    }

    Optional<Instant> end() {
        return endOf(found);
    }

    boolean fresh(Instant now) {
        return renewal.isAfter(now) && lives(now);
    }

    boolean lives(Instant now) {
        return end().map(end -> end.isAfter(now)).orElse(true);
    }

    /** The SDK says {@link Instant#MAX} of what a program printed without an end. */
    private static Optional<Instant> endOf(Found found) {
        return found.credentials().expirationTime().filter(end -> end.isBefore(Instant.MAX));
    }
}
