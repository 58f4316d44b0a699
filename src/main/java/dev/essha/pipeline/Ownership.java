package dev.essha.pipeline;

import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackView;
import java.util.Arrays;
import java.util.Optional;

/** What the tags of our stacks say. */
final class Ownership {

    private Ownership() {}

    /** The stage that a stack says it is. */
    static Optional<StageId> stageOf(StackView stack) {
        return Arrays.stream(StageId.values())
                .filter(s -> s.label().equals(stack.tags().get(StackTags.STAGE)))
                .findFirst();
    }
}
