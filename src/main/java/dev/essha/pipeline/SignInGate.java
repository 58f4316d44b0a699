package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.NewSignIn;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where every call of a run waits once nobody is signed in any more. The first one that is refused says so and asks, at a
 * gentle pace, whether somebody is signed in again, to the account that the run began in. The others wait for it, also
 * those that were not refused yet: they would be made in whatever account somebody signs in to meanwhile.
 */
final class SignInGate {

    /** How soon a wish to stop is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Cloud cloud;
    private final AccountId account;
    private final Duration patience;
    private final Time time;
    private final EventLog log;
    private final Cancellation cancellation;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean asking;
    private int opened;
    /** The call that shut it; whoever asks writes it. */
    private volatile Optional<CloudException> shut = Optional.empty();
    /** Of whoever asks. */
    private boolean gaveUp;

    /** @param patience after which the calls that wait fail */
    SignInGate(Cloud cloud, AccountId account, Duration patience, Time time, EventLog log, Cancellation cancellation) {
        this.cloud = cloud;
        this.account = account;
        this.patience = patience;
        this.time = time;
        this.log = log;
        this.cancellation = cancellation;
    }

    private sealed interface Seen {

        record Ours() implements Seen {}

        record Other(AccountId account) implements Seen {}

        record Nobody() implements Seen {}
    }

    /** The door of a stage. */
    Retry.Door of(StageId stage) {
        return new Retry.Door() {
            @Override
            public void enter() throws InterruptedException {
                Optional<CloudException> why = shut;
                if (why.isPresent()) {
                    SignInGate.this.pass(stage, why.get());
                }
            }

            @Override
            public boolean pass(CloudException refused) throws InterruptedException {
                return SignInGate.this.pass(stage, refused);
            }
        };
    }

    private boolean pass(StageId stage, CloudException refused) throws InterruptedException {
        if (!isFirst()) {
            return true;
        }
        boolean waited = false;
        try {
            if (!(look() instanceof Seen.Ours)) {
                shut = Optional.of(refused);
                await(stage, refused);
                waited = true;
            }
            shut = Optional.empty();
            gaveUp = false;
            return waited;
        } finally {
            leave(waited);
        }
    }

    /** @return false where another one asked, and somebody has signed in */
    private boolean isFirst() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int before = opened;
            while (asking) {
                changed.await();
            }
            asking = opened == before;
            return asking;
        } finally {
            lock.unlock();
        }
    }

    private void leave(boolean opens) {
        lock.lock();
        try {
            asking = false;
            opened += opens ? 1 : 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(StageId stage, CloudException refused) throws InterruptedException {
        if (gaveUp) {
            throw inVain(refused);
        }
        stopIfCancelled();
        announce(stage, FailureText.phrase(refused.failure()), todo(refused.failure()));
        Instant until = time.now().plus(patience);
        Pace pace = new Pace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15));
        Set<AccountId> others = new HashSet<>();
        while (true) {
            if (!time.now().isBefore(until)) {
                gaveUp = true;
                throw inVain(refused);
            }
            pause(pace.next());
            Seen seen = look();
            if (seen instanceof Seen.Ours) {
                log.add((n, at) -> new Event.SignedInAgain(n, at, stage));
                return;
            }
            if (seen instanceof Seen.Other(AccountId other) && others.add(other)) {
                announce(stage, Phrase.of("sign-in.other-account", other, account), howToSignIn());
            }
        }
    }

    private CloudException inVain(CloudException refused) {
        CloudFailure failure = refused.failure();
        Phrase said =
                patience.isZero() ? failure.said() : Phrase.of("sign-in.in-vain", failure.said(), patience.toMinutes());
        return new CloudException(new CloudFailure.NotSignedIn(failure.call(), said), refused);
    }

    private void announce(StageId stage, Phrase said, Phrase todo) {
        Wording wording = log.wording();
        log.add((n, at) -> new Event.SignInNeeded(n, at, stage, wording.of(said), wording.of(todo), patience));
    }

    private Phrase todo(CloudFailure failure) {
        return failure instanceof CloudFailure.ClockWrong ? Phrase.of("sign-in.clock") : howToSignIn();
    }

    private Phrase howToSignIn() {
        return switch (cloud.howToSignIn()) {
            case NewSignIn.Keys _ -> Phrase.of("sign-in.keys");
            case NewSignIn.Profile(String name) ->
                Phrase.of(name.equals("default") ? "sign-in.default-profile" : "sign-in.profile", name);
            case NewSignIn.IdentityCenter _ -> Phrase.of("sign-in.identity-center");
            case NewSignIn.Environment _ -> Phrase.of("sign-in.environment");
            case NewSignIn.Rehearsal _ -> Phrase.of("sign-in.rehearsal");
        };
    }

    /** Whoever is asked for again and again may be out of reach as well. */
    private Seen look() {
        try {
            AccountId now = cloud.identity().account();
            return now.equals(account) ? new Seen.Ours() : new Seen.Other(now);
        } catch (CloudException e) {
            return new Seen.Nobody();
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        Instant end = time.now().plus(pause);
        while (time.now().isBefore(end)) {
            stopIfCancelled();
            Duration left = Duration.between(time.now(), end);
            time.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
        }
    }

    /** Nothing can be followed to its end while nobody is signed in: a wish to stop ends the wait. */
    private void stopIfCancelled() throws InterruptedException {
        if (cancellation.requested()) {
            throw new InterruptedException("cancelled while nobody was signed in");
        }
    }
}
