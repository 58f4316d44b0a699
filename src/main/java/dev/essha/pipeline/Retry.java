package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls the cloud again when it asked for patience or could not be reached, inside a budget of time for each call. What
 * is wrong for good is never repeated.
 */
final class Retry {

    private static final Duration BUDGET = Duration.ofMinutes(10);

    private final Time time;
    private final Consumer<String> notes;

    /** @param notes where a repeated call is told of */
    Retry(Time time, Consumer<String> notes) {
        this.time = time;
        this.notes = notes;
    }

    /** @throws CloudException when it is wrong for good, or the budget is spent */
    <T> T get(Supplier<T> call) throws InterruptedException {
        Pace pace = new Pace(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));
        Instant giveUp = time.now().plus(BUDGET);
        while (true) {
            try {
                return call.get();
            } catch (CloudException e) {
                time.sleep(pauseOrThrow(e, pace.next(), giveUp));
            }
        }
    }

    void run(Runnable call) throws InterruptedException {
        get(() -> {
            call.run();
            return true;
        });
    }

    private Duration pauseOrThrow(CloudException e, Duration pause, Instant giveUp) {
        Duration wait = switch (e.failure()) {
            case CloudFailure.Throttled(String _, Duration after, String _) ->
                after.compareTo(pause) > 0 ? after : pause;
            case CloudFailure.Unavailable _ -> pause;
            default -> throw e;
        };
        if (time.now().plus(wait).isAfter(giveUp)) {
            throw e;
        }
        notes.accept("%s: %s; trying again in %d s"
                .formatted(e.failure().call(), e.failure().message(), wait.toSeconds()));
        return wait;
    }
}
