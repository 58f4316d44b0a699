package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls the cloud again when it asked for patience or could not be reached, inside a budget of time for each call, and
 * once somebody is signed in again when nobody was. What is wrong for good is never repeated.
 */
final class Retry {

    private static final Duration BUDGET = Duration.ofMinutes(10);

    /** How often a call may be refused although somebody is signed in: the refusal is about something else then. */
    private static final int REFUSALS = 3;

    private final Time time;
    private final Jitter jitter;
    private final Door door;
    private final Consumer<Phrase> notes;

    /**
     * @param door where a call waits that was refused because nobody is signed in
     * @param notes where a repeated call is told of
     */
    Retry(Time time, Jitter jitter, Door door, Consumer<Phrase> notes) {
        this.time = time;
        this.jitter = jitter;
        this.door = door;
        this.notes = notes;
    }

    /** Lets calls through as long as somebody is signed in. */
    interface Door {

        /**
         * Before each call: waits while it is known that nobody is signed in, or somebody to another account.
         *
         * @throws CloudException the refusal that shut it, where nobody came
         * @throws InterruptedException when the run is cancelled
         */
        void enter() throws InterruptedException;

        /**
         * After a call that was refused because nobody is signed in.
         *
         * @return whether it had to be waited for
         * @throws CloudException the refusal, where nobody is waited for, or nobody came
         * @throws InterruptedException when the run is cancelled
         */
        boolean pass(CloudException refused) throws InterruptedException;
    }

    /** @throws CloudException when it is wrong for good, or the budget is spent */
    <T> T get(Supplier<T> call) throws InterruptedException {
        Pace pace = new Pace(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));
        Instant giveUp = time.now().plus(BUDGET);
        int refusals = 0;
        while (true) {
            door.enter();
            try {
                return call.get();
            } catch (CloudException e) {
                if (!wantsPerson(e.failure())) {
                    time.sleep(pauseOrThrow(e, pace.next(), giveUp));
                } else {
                    Instant refused = time.now();
                    refusals = door.pass(e) ? 0 : refusals + 1;
                    giveUp = giveUp.plus(Duration.between(refused, time.now()));
                    pauseAfter(refusals, e, pace);
                }
            }
        }
    }

    void run(Runnable call) throws InterruptedException {
        get(() -> {
            call.run();
            return true;
        });
    }

    private static boolean wantsPerson(CloudFailure failure) {
        return failure instanceof CloudFailure.NotSignedIn || failure instanceof CloudFailure.ClockWrong;
    }

    private void pauseAfter(int refusals, CloudException refused, Pace pace) throws InterruptedException {
        if (refusals > REFUSALS) {
            throw refused;
        }
        if (refusals > 0) {
            time.sleep(jitter.spread(pace.next()));
        }
    }

    private Duration pauseOrThrow(CloudException e, Duration longest, Instant giveUp) {
        Duration pause = jitter.spread(longest);
        Duration wait = switch (e.failure()) {
            case CloudFailure.Throttled(String _, Duration after, Phrase _) ->
                after.compareTo(pause) > 0 ? after.plus(longest.minus(pause)) : pause;
            case CloudFailure.Unavailable _ -> pause;
            default -> throw e;
        };
        if (time.now().plus(wait).isAfter(giveUp)) {
            throw e;
        }
        notes.accept(
                Phrase.of("note.trying-again", e.failure().call(), e.failure().said(), wait.toSeconds()));
        return wait;
    }
}
