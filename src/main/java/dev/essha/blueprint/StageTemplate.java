package dev.essha.blueprint;

import dev.essha.plan.ValidPlan;
import java.util.Set;

/** What a stage does with a plan. One class per stage; {@link Stages} lists them. */
interface StageTemplate {

    StageId id();

    /** Whether a plan has this stage at all. */
    default boolean isIn(ValidPlan plan) {
        return true;
    }

    /** Stages that it has to come after although it takes nothing from them; those that the plan has not are left out. */
    default Set<StageId> after(ValidPlan plan) {
        return Set.of();
    }

    Work work(ValidPlan plan);

    /** A stage that is a stack: reads its plan and adds resources. */
    interface OfStack extends StageTemplate {

        /** Adds the stage's resources, and delivers its outputs. */
        void describe(StackDraft stack);

        @Override
        default Work.Stack work(ValidPlan plan) {
            StackDraft draft = new StackDraft(id(), plan.plan());
            describe(draft);
            return draft.finish();
        }
    }
}
