package dev.essha.pipeline;

import java.time.Duration;
import java.time.Instant;

/** The clock of a run: real, compressed in a rehearsal, virtual in tests. */
public interface Time {

    Instant now();

    /**
     * Waits.
     *
     * @throws InterruptedException when the run is cancelled
     */
    void sleep(Duration duration) throws InterruptedException;
}
