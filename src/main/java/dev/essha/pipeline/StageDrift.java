package dev.essha.pipeline;

import dev.essha.cloud.ResourceDrift;
import java.util.List;

/**
 * What in a stage is no longer as its stack made it.
 *
 * @param looked whether it was looked for; it is not in an account without the stack
 * @param resources what was changed or deleted by hand
 * @param putBack what an install would do about it
 * @param note why it could not be looked for, or why an install leaves it; may be empty
 */
public record StageDrift(boolean looked, List<ResourceDrift> resources, List<PlannedChange> putBack, String note) {

    /** It was not looked for, and nobody has to know why. */
    static final StageDrift NOT_LOOKED = new StageDrift(false, List.of(), List.of(), "");

    public StageDrift {
        resources = List.copyOf(resources);
        putBack = List.copyOf(putBack);
    }

    /** Whether something is other than its stack made it. */
    public boolean found() {
        return !resources.isEmpty();
    }
}
