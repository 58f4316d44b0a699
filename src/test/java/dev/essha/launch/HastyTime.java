package dev.essha.launch;

import dev.essha.pipeline.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on the wall that does not wait for long: what is left of a pause has passed all the same. */
final class HastyTime implements Time {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AtomicLong skippedMillis = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.now().plusMillis(skippedMillis.get());
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Duration pause = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
        Thread.sleep(pause);
        skippedMillis.addAndGet(duration.minus(pause).toMillis());
    }
}
