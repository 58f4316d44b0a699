package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.util.List;

/** What rolling a stage back would do, as the account stood when it was looked at. */
public sealed interface RollBackPlan {

    StageId stage();

    /** There is nothing to roll back. */
    record Nothing(StageId stage, String why) implements RollBackPlan {}

    /** It cannot be rolled back, or must not. */
    record Refused(StageId stage, String why, String advice) implements RollBackPlan {}

    /**
     * Its creation failed: the stack is taken away with all that is in it.
     *
     * @param data what of that holds data, keys or passwords
     */
    record Removal(DeploymentName deployment, DestroyPlan.Doomed doomed, List<DestroyPlan.Data> data)
            implements RollBackPlan {

        public Removal {
            data = List.copyOf(data);
        }

        @Override
        public StageId stage() {
            return doomed.stage();
        }
    }

    /**
     * Its last change failed: the stack goes back to where it stood before.
     *
     * @param resources how many it holds
     */
    record Restoration(DeploymentName deployment, StageId stage, RegionName region, StackView stack, int resources)
            implements RollBackPlan {}
}
