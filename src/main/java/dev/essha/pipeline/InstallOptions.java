package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.util.Optional;
import java.util.Set;

/**
 * What a person asked for beside the plan.
 *
 * @param only the single stage to bring up to date; those it hangs on must stand already
 * @param replace resources that hold data and may be replaced or removed all the same, {@code stage/LogicalId}
 */
public record InstallOptions(Optional<StageId> only, Set<String> replace) {

    /** Everything, and nothing that holds data is replaced. */
    public static final InstallOptions DEFAULT = new InstallOptions(Optional.empty(), Set.of());

    public InstallOptions {
        replace = Set.copyOf(replace);
    }

    /** Just one stage. */
    public static InstallOptions only(StageId stage) {
        return new InstallOptions(Optional.of(stage), Set.of());
    }

    boolean mayReplace(StageId stage, String logicalId) {
        return replace.contains(stage.label() + "/" + logicalId);
    }
}
