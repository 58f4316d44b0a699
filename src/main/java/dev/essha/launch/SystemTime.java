package dev.essha.launch;

import dev.essha.pipeline.Time;
import java.time.Duration;
import java.time.Instant;

/** The clock on the wall. */
final class SystemTime implements Time {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
