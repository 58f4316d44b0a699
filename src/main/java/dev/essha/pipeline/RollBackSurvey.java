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
    private final DeploymentName deployment;

    RollBackSurvey(Cloud cloud, Blueprint blueprint) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.deployment = blueprint.plan().plan().name();
    }

    RollBackPlan plan(StageId stage) {
        return blueprint.stages().stream()
                .filter(s -> s.id() == stage)
                .findFirst()
                .map(s -> s.work() instanceof Work.Stack work ? plan(stage, work) : noStack(stage))
                .orElseGet(() -> new RollBackPlan.Refused(
                        stage, "the plan has no stage " + stage.label(), "Look at the stages with status."));
    }

    private static RollBackPlan noStack(StageId stage) {
        return new RollBackPlan.Refused(
                stage,
                "the stage %s is a step without a stack of its own: it leaves nothing half-done"
                        .formatted(stage.label()),
                "Install again to do it again.");
    }

    private RollBackPlan plan(StageId stage, Work.Stack work) {
        Optional<StackView> stack = cloud.stacks(work.region()).find(work.name());
        if (stack.isEmpty()) {
            return new RollBackPlan.Nothing(stage, "there is no stack " + work.name());
        }
        return stack.get().belongsTo(deployment)
                ? plan(stage, work, stack.get())
                : new RollBackPlan.Refused(
                        stage,
                        "the stack %s was not made for the deployment %s".formatted(work.name(), deployment),
                        "Whoever made it may take it back.");
    }

    private RollBackPlan plan(StageId stage, Work.Stack work, StackView stack) {
        return switch (stack.status()) {
            case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE ->
                new RollBackPlan.Nothing(
                        stage, "the stack %s is in %s: no change of it failed".formatted(stack.name(), stack.status()));
            case DELETE_COMPLETE -> new RollBackPlan.Nothing(stage, "there is no stack " + stack.name());
            case UPDATE_ROLLBACK_FAILED -> restoration(stage, work, stack);
            case UPDATE_FAILED ->
                stoodOnce(work, stack) ? restoration(stage, work, stack) : removal(stage, work, stack);
            case CREATE_FAILED, ROLLBACK_COMPLETE, ROLLBACK_FAILED, DELETE_FAILED, REVIEW_IN_PROGRESS ->
                removal(stage, work, stack);
            default -> inProgress(stage, stack);
        };
    }

    private static RollBackPlan inProgress(StageId stage, StackView stack) {
        return new RollBackPlan.Refused(
                stage,
                "an operation on the stack %s is in progress: %s".formatted(stack.name(), stack.status()),
                "Wait until it has ended, or install: that watches it and goes on.");
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
                .map(r -> new DestroyPlan.Data(stage, r.type(), r.physicalId(), true, "taken away"))
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
