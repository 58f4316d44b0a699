package dev.essha.cloud.rehearsal;

import dev.essha.cloud.TypicalTimes;
import java.time.Duration;

/** How long a resource takes: typically, and for a certificate as long as its validation record takes to be there. */
final class Durations {

    /**
     * When ACM gives up on a record that nobody adds.
     *
     * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/troubleshooting-timed-out.html">Validation timed out</a>
     */
    private static final Duration PATIENCE = Duration.ofHours(72);

    private final Account account;

    Durations(Account account) {
        this.account = account;
    }

    Duration creation(String type, Properties properties) {
        Duration typical = TypicalTimes.creation(type);
        boolean waits = type.equals(ValidationRecords.CERTIFICATE)
                && !ValidationRecords.addedByCloudFormation(properties)
                && !isAddedAlready(properties);
        if (!waits) {
            return typical;
        }
        return account.settings().names().recordsAddedAfter().map(typical::plus).orElse(PATIENCE);
    }

    Duration update(String type) {
        return TypicalTimes.update(type);
    }

    Duration deletion(String type) {
        return TypicalTimes.deletion(type);
    }

    /** An account has one record for a domain, in whatever region its certificates are. */
    private boolean isAddedAlready(Properties certificate) {
        return account.live().stream()
                .filter(live -> live.is(ValidationRecords.CERTIFICATE) && live.ready())
                .anyMatch(live -> live.properties().text("DomainName").equals(certificate.text("DomainName")));
    }
}
