package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.DeploymentName;
import dev.essha.wording.Wording;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what rolling a stage back would do. */
final class RollBackSurvey {

    /** A stack that was never in one of them has nothing to go back to. */
    private static final Set<String> STABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");

    private final Cloud cloud;
    private final Blueprint blueprint;
    private final Wording wording;
    private final DeploymentName deployment;

    /** @param wording in which the plan is told */
    RollBackSurvey(Cloud cloud, Blueprint blueprint, Wording wording) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.wording = wording;
        this.deployment = blueprint.plan().plan().name();
    }

    RollBackPlan plan(StageId stage) {
        return blueprint.stages().stream()
                .filter(s -> s.id() == stage)
                .findFirst()
                .map(s -> s.work() instanceof Work.Stack work ? plan(stage, work) : noStack(stage))
                .orElseGet(() -> refused(stage, "roll-back.no-stage", stage.named()));
    }

    private RollBackPlan noStack(StageId stage) {
        return refused(stage, "roll-back.step", stage.named());
    }

    /** What to do has a sentence of its own beside each reason. */
    private RollBackPlan refused(StageId stage, String key, Object... args) {
        return new RollBackPlan.Refused(stage, wording.of(key, args), wording.of(key + ".advice"));
    }

    private RollBackPlan nothing(StageId stage, String key, Object... args) {
        return new RollBackPlan.Nothing(stage, wording.of(key, args));
    }

    private RollBackPlan plan(StageId stage, Work.Stack work) {
        Optional<StackView> stack = cloud.stacks(work.region()).find(work.name());
        if (stack.isEmpty()) {
            return nothing(stage, "roll-back.no-stack", work.name());
        }
        return stack.get().belongsTo(deployment)
                ? plan(stage, work, stack.get())
                : refused(stage, "roll-back.foreign", work.name(), deployment);
    }

    private RollBackPlan plan(StageId stage, Work.Stack work, StackView stack) {
        return switch (stack.status()) {
            case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE ->
                nothing(stage, "roll-back.nothing-failed", stack.name(), stack.status());
            case DELETE_COMPLETE -> nothing(stage, "roll-back.no-stack", stack.name());
            case UPDATE_ROLLBACK_FAILED -> restoration(stage, work, stack);
            case UPDATE_FAILED ->
                stoodOnce(work, stack) ? restoration(stage, work, stack) : removal(stage, work, stack);
            case CREATE_FAILED, ROLLBACK_COMPLETE, ROLLBACK_FAILED, DELETE_FAILED, REVIEW_IN_PROGRESS ->
                removal(stage, work, stack);
            default -> inProgress(stage, stack);
        };
    }

    private RollBackPlan inProgress(StageId stage, StackView stack) {
        return refused(stage, "roll-back.in-progress", stack.name(), stack.status());
    }

    /** An attempt that went on with a failed creation and failed again is called an update. */
    private boolean stoodOnce(Work.Stack work, StackView stack) {
        return stacks(work).events(stack.id(), Optional.empty()).stream()
                .anyMatch(e -> e.type().equals(ResourceKind.STACK) && STABLE.contains(e.status()));
    }

    private RollBackPlan removal(StageId stage, Work.Stack work, StackView stack) {
        List<StackResource> resources = stack.status() == StackStatus.REVIEW_IN_PROGRESS
                ? List.of()
                : stacks(work).resources(stack.id()).stream()
                        .filter(r -> !r.status().equals("DELETE_COMPLETE"))
                        .toList();
        List<DestroyPlan.Data> data = resources.stream()
                .filter(r -> HoldsData.in(work, r.logicalId(), r.type())
                        && !r.physicalId().isEmpty())
                .map(r -> new DestroyPlan.Data(stage, r.type(), r.physicalId(), true, wording.of("roll-back.goes")))
                .toList();
        return new RollBackPlan.Removal(
                deployment,
                new DestroyPlan.Doomed(stage, work.region(), stack, resources, Collections.emptySortedSet()),
                data);
    }

    private RollBackPlan restoration(StageId stage, Work.Stack work, StackView stack) {
        int resources = stacks(work).resources(stack.id()).size();
        return new RollBackPlan.Restoration(deployment, stage, work.region(), stack, resources);
    }

    private Stacks stacks(Work.Stack work) {
        return cloud.stacks(work.region());
    }
}
