package dev.essha.launch;

import dev.essha.pipeline.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs faster than the wall's: the account of a rehearsal and the run that watches it share one. */
public final class CompressedTime implements Time, InstantSource {

    private final Instant base;
    private final double speed;
    private final long startedNanos = System.nanoTime();

    /**
     * @param base what the clock shows at first
     * @param speed how many of its seconds pass in one
     */
    public CompressedTime(Instant base, double speed) {
        this.base = base;
        this.speed = speed;
    }

    @Override
    public Instant now() {
        return base.plusNanos((long) ((System.nanoTime() - startedNanos) * speed));
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (duration.toNanos() / speed)));
    }
}
