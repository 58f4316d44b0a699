package dev.essha.launch;

import dev.essha.pipeline.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A compressed clock that can be held, so that a rehearsal stands still while somebody looks. */
final class HeldTime implements Time, InstantSource {

    private final double speed;
    private Instant base = Instant.parse("2026-11-01T08:00:00Z");
    private long since = System.nanoTime();
    private boolean held;
    private Instant latest = Instant.MAX;

    /** @param speed how many of its seconds pass in one while it is not held */
    HeldTime(double speed) {
        this.speed = speed;
    }

    @Override
    public synchronized Instant now() {
        Instant now = held ? base : base.plusNanos((long) ((System.nanoTime() - since) * speed));
        return now.isBefore(latest) ? now : latest;
    }

    @Override
    public Instant instant() {
        return now();
    }

    synchronized void hold() {
        base = now();
        held = true;
    }

    /** Not more than so much passes until this is said again: whoever looks is not late, however busy the computer is. */
    synchronized void allow(Duration more) {
        base = now();
        since = System.nanoTime();
        latest = base.plus(more);
    }

    synchronized void goOn() {
        base = now();
        held = false;
        since = System.nanoTime();
        notifyAll();
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        Instant end = now().plus(duration);
        while (now().isBefore(end)) {
            if (held) {
                wait();
            } else {
                long nanos = (long) (Duration.between(now(), end).toNanos() / speed);
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            }
        }
    }
}
