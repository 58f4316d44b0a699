package dev.essha.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock at which something happens at a given time, done by whoever wakes then. */
record Alarms(VirtualTime clock, List<Alarm> set) implements Time {

    private record Alarm(Instant at, Runnable what) {

        void ring() {
            what.run();
        }
    }

    Alarms(VirtualTime clock) {
        this(clock, new ArrayList<>());
    }

    void in(Duration delay, Runnable what) {
        synchronized (set) {
            set.add(new Alarm(now().plus(delay), what));
        }
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        clock.sleep(duration);
        due().forEach(Alarm::ring);
    }

    private List<Alarm> due() {
        synchronized (set) {
            List<Alarm> due = set.stream().filter(a -> !a.at().isAfter(now())).toList();
            set.removeAll(due);
            return due;
        }
    }
}
