package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.util.Optional;
import java.util.Set;

/**
 * What a person asked for beside the plan.
 *
 * @param only the single stage to bring up to date; those it hangs on must stand already
 * @param replace resources that hold data and may be replaced or removed all the same, {@code stage/LogicalId}
 * @param lookForDrift whether what was changed by hand is looked for and put back
 */
public record InstallOptions(Optional<StageId> only, Set<String> replace, boolean lookForDrift) {

    /** Everything, and nothing that holds data is replaced. */
    public static final InstallOptions DEFAULT = new InstallOptions(Optional.empty(), Set.of(), true);

    public InstallOptions {
        replace = Set.copyOf(replace);
    }

    /** Just one stage. */
    public static InstallOptions only(StageId stage) {
        return new InstallOptions(Optional.of(stage), Set.of(), true);
    }

    boolean mayReplace(StageId stage, String logicalId) {
        return replace.contains(name(stage, logicalId));
    }

    /** How a person names a resource, {@code database/Instance}. */
    static String name(StageId stage, String logicalId) {
        return stage.label() + "/" + logicalId;
    }

    /** The option that allows a resource's loss. */
    static String replacing(StageId stage, String logicalId) {
        return "--replace " + name(stage, logicalId);
    }
}
