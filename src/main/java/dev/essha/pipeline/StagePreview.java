package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.ResourceChange;
import java.util.List;

/**
 * What an install would do to a stage.
 *
 * @param changed whether it would do anything, as far as that is known
 * @param changes to which resources, in the order of the template or of the change set; may be empty where only outputs or
 *     tags change, and for a step
 * @param note what else there is to say; may be empty
 */
public record StagePreview(StageId stage, boolean changed, List<ResourceChange> changes, String note) {

    public StagePreview {
        changes = List.copyOf(changes);
    }

    /** Nothing would be done. */
    public boolean unchanged() {
        return !changed;
    }
}
