package dev.essha.cloud.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time in the account. It goes on where the saved account stopped: a compressed clock may have run ahead of the next
 * process's clock, and nothing that has happened may happen again. Never goes back.
 */
final class RunningClock {

    private final InstantSource source;
    private final Duration ahead;
    private Instant latest;

    /** @param saved when the account was saved; {@link Instant#MIN} for a new one */
    RunningClock(InstantSource source, Instant saved) {
        Instant now = source.instant();
        this.source = source;
        this.ahead = saved.isAfter(now) ? Duration.between(now, saved) : Duration.ZERO;
        this.latest = now.plus(ahead);
    }

    synchronized Instant now() {
        Instant read = source.instant().plus(ahead);
        latest = read.isAfter(latest) ? read : latest;
        return latest;
    }
}
