package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.plan.AccountId;
import java.util.Optional;

/** What all stages of a run share. */
final class Run {

    private static final Retry.Door NOBODY_COMES = new Retry.Door() {
        @Override
        public void enter() {}

        @Override
        public boolean pass(CloudException refused) {
            throw refused;
        }
    };

    private final Cloud cloud;
    private final Time time;
    private final EventLog log;
    private final Cancellation cancellation;
    private final Jitter jitter;
    private final Optional<SignInGate> gate;
    private final RetryNotes notes;

    private Run(
            Cloud cloud, Time time, EventLog log, Cancellation cancellation, Jitter jitter, Optional<SignInGate> gate) {
        this.cloud = cloud;
        this.time = time;
        this.log = log;
        this.cancellation = cancellation;
        this.jitter = jitter;
        this.gate = gate;
        this.notes = new RetryNotes(log, time);
    }

    /** @param account the one that whoever is signed in again has to be signed in to */
    static Run of(
            Cloud cloud, Time time, EventLog log, Cancellation cancellation, Patience patience, AccountId account) {
        Time cancellable = new CancellableTime(time, cancellation);
        SignInGate gate = new SignInGate(cloud, account, patience.signIn(), cancellable, log, cancellation);
        return new Run(cloud, cancellable, log, cancellation, patience.jitter(), Optional.of(gate));
    }

    /** One that waits for nobody to sign in. */
    static Run unattended(Cloud cloud, Time time, EventLog log, Cancellation cancellation) {
        return new Run(cloud, time, log, cancellation, Jitter.NONE, Optional.empty());
    }

    Cloud cloud() {
        return cloud;
    }

    Time time() {
        return time;
    }

    EventLog log() {
        return log;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Jitter jitter() {
        return jitter;
    }

    Retry retry(StageId stage) {
        return new Retry(time, jitter, door(stage), what -> notes.add(stage, what));
    }

    private Retry.Door door(StageId stage) {
        return gate.map(g -> g.of(stage)).orElse(NOBODY_COMES);
    }
}
