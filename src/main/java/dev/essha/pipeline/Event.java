package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.plan.DnsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened in a run. Window, terminal, log and JSON fold the same stream.
 *
 * <p>Sequence numbers start at 1 and have no gaps. Events carry no secret: outputs are names and addresses only.
 */
public sealed interface Event {

    long sequence();

    Instant at();

    /** What a run does. */
    enum Operation {
        INSTALL,
        DESTROY,
        ROLL_BACK
    }

    /** How a run ended. */
    enum Outcome {
        /** Everything stands (or is gone) as asked. */
        COMPLETE,
        /** There was nothing to do. */
        UNCHANGED,
        FAILED,
        CANCELLED
    }

    /** Where a resource stands. */
    enum ResourceState {
        WAITING,
        IN_PROGRESS,
        COMPLETE,
        FAILED,
        /** It failed only because another one did. */
        CANCELLED,
        DELETED,
        /** Left alone on purpose by a deletion. */
        RETAINED
    }

    /**
     * A stage as it is announced.
     *
     * @param expected how long it typically takes, from the longest chain of its resources
     * @param resources how many resources it holds
     */
    record Announced(StageId stage, List<StageId> after, int resources, Duration expected) {}

    /** First event of a run. */
    record RunStarted(
            long sequence, Instant at, Operation operation, String deployment, Cloud.Kind kind, List<Announced> stages)
            implements Event {}

    record StageStarted(long sequence, Instant at, StageId stage) implements Event {}

    /** Somebody else's operation on this stage is in progress; the run watches it and then goes on. */
    record StageWatching(long sequence, Instant at, StageId stage, String status) implements Event {}

    /** What the change set says will happen; precedes the first {@link ResourceChanged} of the stage. */
    record ChangesProposed(long sequence, Instant at, StageId stage, List<ResourceChange> changes) implements Event {}

    /** What was changed or deleted by hand since the stack was made; precedes what the stage does about it. */
    record DriftFound(long sequence, Instant at, StageId stage, List<ResourceDrift> resources) implements Event {}

    /** @param resources what of that is still so; empty where all of it was put back */
    record DriftLeft(long sequence, Instant at, StageId stage, List<ResourceDrift> resources) implements Event {}

    record ResourceChanged(
            long sequence,
            Instant at,
            StageId stage,
            String logicalId,
            String type,
            String physicalId,
            ResourceState state,
            String reason)
            implements Event {}

    /** A person has to add these records; the run waits and watches for them. */
    record RecordsNeeded(long sequence, Instant at, StageId stage, Purpose purpose, List<DnsRecord> records)
            implements Event {}

    /** What records are for. */
    enum Purpose {
        CERTIFICATE_VALIDATION,
        SERVICE_NAMES
    }

    /**
     * Nobody is signed in any more, or to another account than at the start: the stage waits, and so does every other one
     * that needs the account. May come again with other words before {@link SignedInAgain}.
     *
     * @param stage the first one that was refused
     * @param said what the service said
     * @param todo what a person does about it, in a sentence; the run notices and goes on by itself
     * @param patience how long it is waited for before the stages fail
     */
    record SignInNeeded(long sequence, Instant at, StageId stage, String said, String todo, Duration patience)
            implements Event {}

    /** Somebody is signed in to the account again: what was refused is asked again. */
    record SignedInAgain(long sequence, Instant at, StageId stage) implements Event {}

    /** The records were seen. */
    record RecordsFound(long sequence, Instant at, StageId stage, Purpose purpose) implements Event {}

    /** @param changed false if the stage stood already as asked */
    record StageCompleted(long sequence, Instant at, StageId stage, boolean changed, Map<String, String> outputs)
            implements Event {}

    record StageFailed(long sequence, Instant at, StageId stage, StageFailure failure) implements Event {}

    /** Not started because of a stage before it, or because the run was cancelled. */
    record StageSkipped(long sequence, Instant at, StageId stage, String because) implements Event {}

    /** Something that a destroy leaves in the account. */
    record LeftBehind(long sequence, Instant at, StageId stage, String what, String physicalId, String why)
            implements Event {}

    /** Something worth a line in the log. */
    record Noted(long sequence, Instant at, StageId stage, String text) implements Event {}

    /** Last event of a run. */
    record RunFinished(long sequence, Instant at, Outcome outcome, Duration took) implements Event {}
}
