package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.ResourceChange;
import dev.essha.wording.Wording;
import java.util.Optional;

/**
 * What an install would do to a resource, and what that means.
 *
 * @param interruption what is interrupted meanwhile
 * @param stateful whether its loss loses data, keys or passwords, or all that stands in it
 * @param refusedUnless the option without which an install refuses the change; empty where it does not
 */
public record PlannedChange(
        ResourceChange change,
        Effect effect,
        Optional<Interruption> interruption,
        boolean stateful,
        Optional<String> refusedUnless) {

    /** @param wording in which an interruption is told */
    static PlannedChange of(StageId stage, Work.Stack work, ResourceChange change, Wording wording) {
        boolean stateful = StatefulGuard.guards(change, work);
        return new PlannedChange(
                change,
                Effect.of(change),
                Interruption.of(change, wording),
                stateful,
                stateful && StatefulGuard.losesData(change)
                        ? Optional.of(InstallOptions.replacing(stage, change.logicalId()))
                        : Optional.empty());
    }

    /** A resource that goes with the whole stack. */
    static PlannedChange removed(StageId stage, ResourceChange change) {
        boolean stateful = HoldsData.guarded(change.type());
        return new PlannedChange(
                change,
                Effect.REMOVED,
                Optional.empty(),
                stateful,
                stateful ? Optional.of(InstallOptions.replacing(stage, change.logicalId())) : Optional.empty());
    }
}
