package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackView;
import java.util.List;
import java.util.Optional;

/** A stage as it stands in the account. */
public sealed interface StageStatus {

    StageId stage();

    /**
     * @param stack empty where there is none
     * @param resources how many resources it holds
     * @param drift what was changed by hand
     */
    record OfStack(StageId stage, String stackName, Optional<StackView> stack, int resources, StageDrift drift)
            implements StageStatus {}

    /**
     * @param done whether it is done as far as can be observed
     * @param detail what was observed, in words
     * @param todo what is missing, a line for each thing
     */
    record OfStep(StageId stage, boolean done, String detail, List<String> todo) implements StageStatus {}
}
