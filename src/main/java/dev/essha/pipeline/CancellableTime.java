package dev.essha.pipeline;

import java.time.Duration;
import java.time.Instant;

/** Does not begin to wait once nothing is to be waited for. */
record CancellableTime(Time time, Cancellation cancellation) implements Time {

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (cancellation.atOnce()) {
            throw new InterruptedException("the run was cancelled");
        }
        time.sleep(duration);
    }
}
