package dev.essha.pipeline;

import java.time.Duration;

/** Randomness for waits, so that those who failed together do not all come again at the same moment. */
@FunctionalInterface
public interface Jitter {

    /** Always the whole pause. */
    Jitter NONE = () -> 1;

    /** Any number from 0 to 1. */
    double next();

    /** Between half of a pause and all of it. */
    default Duration spread(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.5 + 0.5 * next())));
    }
}
