package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackView;
import java.util.Optional;

/** A stage as it stands in the account. */
public sealed interface StageStatus {

    StageId stage();

    /**
     * @param stack empty where there is none
     * @param resources how many resources it holds
     */
    record OfStack(StageId stage, String stackName, Optional<StackView> stack, int resources) implements StageStatus {}

    /**
     * @param done whether it is done as far as can be observed
     * @param detail what was observed, in words
     */
    record OfStep(StageId stage, boolean done, String detail) implements StageStatus {}
}
