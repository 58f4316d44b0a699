package dev.essha.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** The frames of a window from one moment to another; to be used on JavaFX's thread. */
public final class Frames {

    /** Two of the toolkit's sixty a second: what comes later has left out one. */
    private static final long LATE_NANOS = 34_000_000;

    private final List<Long> pauses = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (last != 0) {
                pauses.add(now - last);
            }
            last = now;
        }
    };
    private long begun;
    private long lasted;

    public void begin() {
        begun = System.nanoTime();
        timer.start();
    }

    public void end() {
        timer.stop();
        lasted = System.nanoTime() - begun;
    }

    /** What there is to say of them once they have ended. */
    public List<Figure> figures(String row) {
        double seconds = lasted / 1e9;
        return List.of(
                Figure.of(row, "frames/s", pauses.size() / seconds),
                Figure.of(
                        row,
                        "late frames",
                        pauses.stream().filter(p -> p > LATE_NANOS).count()),
                Figure.of(
                        row,
                        "longest ms",
                        pauses.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6));
    }
}
