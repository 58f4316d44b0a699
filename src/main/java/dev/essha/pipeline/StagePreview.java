package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.util.List;

/**
 * What an install would do to a stage.
 *
 * @param changed whether it would do anything, as far as that is known
 * @param changes to which resources, in the order of the template or of the change set; may be empty where only outputs or
 *     tags change, and for a step
 * @param todo what a step would do, a line for each thing
 * @param drift what was changed by hand
 * @param note what else there is to say; may be empty
 */
public record StagePreview(
        StageId stage, boolean changed, List<PlannedChange> changes, List<String> todo, StageDrift drift, String note) {

    public StagePreview {
        changes = List.copyOf(changes);
        todo = List.copyOf(todo);
    }

    StagePreview(StageId stage, boolean changed, List<PlannedChange> changes, String note) {
        this(stage, changed, changes, List.of(), StageDrift.NOT_LOOKED, note);
    }

    /** Nothing would be done. */
    public boolean unchanged() {
        return !changed;
    }

    /** The changes that an install refuses unless the resource is named. */
    public List<PlannedChange> refused() {
        return changes.stream().filter(c -> c.refusedUnless().isPresent()).toList();
    }

    StagePreview with(StageDrift seen) {
        return new StagePreview(stage, changed || !seen.putBack().isEmpty(), changes, todo, seen, note);
    }

    StagePreview noting(String more) {
        return new StagePreview(stage, changed, changes, todo, drift, note.isEmpty() ? more : note + "; " + more);
    }
}
