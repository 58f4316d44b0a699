package dev.essha.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only sleeping moves: whoever sleeps wakes at once, and it is later. */
public final class VirtualTime implements Time, InstantSource {

    private Instant now = Instant.parse("2026-11-01T08:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while asleep");
        }
        pass(duration);
    }

    /** It is later without anybody having slept. */
    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }
}
