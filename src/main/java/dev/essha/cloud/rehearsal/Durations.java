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

    private final RehearsalSettings settings;

    Durations(RehearsalSettings settings) {
        this.settings = settings;
    }

    Duration creation(String type, Properties properties) {
        Duration typical = TypicalTimes.creation(type);
        boolean recordElsewhere = type.equals("AWS::CertificateManager::Certificate")
                && !ValidationRecords.addedByCloudFormation(properties);
        if (!recordElsewhere) {
            return typical;
        }
        return settings.recordsAddedAfter().map(typical::plus).orElse(PATIENCE);
    }

    Duration update(String type) {
        return TypicalTimes.update(type);
    }

    Duration deletion(String type) {
        return TypicalTimes.deletion(type);
    }
}
