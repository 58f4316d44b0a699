package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the account for what a destroy would take down. */
final class DestroySurvey {

    private final Cloud cloud;
    private final Blueprint blueprint;
    private final DeploymentName deployment;
    private final List<DestroyPlan.Foreign> foreign = new ArrayList<>();

    DestroySurvey(Cloud cloud, Blueprint blueprint) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.deployment = blueprint.plan().plan().name();
    }

    DestroyPlan plan(boolean deleteData) {
        Map<StageId, StackView> ours = ours();
        Graph order = DestroyOrder.of(blueprint, ours.keySet());
        List<DestroyPlan.Doomed> doomed =
                order.stages().stream().map(s -> doomed(s, ours.get(s), order)).toList();
        List<DestroyPlan.Data> data =
                doomed.stream().flatMap(d -> dataOf(d, deleteData).stream()).toList();
        return new DestroyPlan(deployment, deleteData, doomed, data, foreign);
    }

    /** By tag, and by name for stacks that were left empty before they got their tags. */
    private Map<StageId, StackView> ours() {
        Map<StageId, StackView> ours = new EnumMap<>(StageId.class);
        for (StackView stack : cloud.stacks().ofDeployment(deployment)) {
            Ownership.stageOf(stack).ifPresent(stage -> ours.put(stage, stack));
        }
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack work && !ours.containsKey(stage.id())) {
                cloud.stacks().find(work.name()).ifPresent(stack -> claim(stage.id(), stack, ours));
            }
        }
        return ours;
    }

    private void claim(StageId stage, StackView stack, Map<StageId, StackView> ours) {
        if (Ownership.isOurs(stack, deployment)) {
            ours.put(stage, stack);
        } else {
            foreign.add(new DestroyPlan.Foreign(stage, stack.name()));
        }
    }

    private DestroyPlan.Doomed doomed(StageId stage, StackView stack, Graph order) {
        return new DestroyPlan.Doomed(stage, stack, cloud.stacks().resources(stack.id()), order.before(stage));
    }

    private static List<DestroyPlan.Data> dataOf(DestroyPlan.Doomed doomed, boolean deleteData) {
        return doomed.resources().stream()
                .filter(r -> !r.physicalId().isEmpty())
                .flatMap(r -> fate(r, deleteData).map(what -> data(doomed.stage(), r, deleteData, what)).stream())
                .toList();
    }

    private static DestroyPlan.Data data(StageId stage, StackResource resource, boolean deleteData, String what) {
        boolean goes = deleteData || resource.type().equals(ResourceKind.DATABASE);
        return new DestroyPlan.Data(stage, resource.type(), resource.physicalId(), goes, what);
    }

    private static Optional<String> fate(StackResource resource, boolean deleteData) {
        return Optional.ofNullable(
                switch (resource.type()) {
                    case ResourceKind.BUCKET -> deleteData ? "emptied and deleted" : "stays with all that is in it";
                    case ResourceKind.KEY ->
                        deleteData
                                ? "deleted in %d days; until then it can be taken back".formatted(Leftovers.KEY_DAYS)
                                : "stays: without it, what stays cannot be read";
                    case ResourceKind.DATABASE ->
                        deleteData ? "deleted with its snapshots" : "deleted; a final snapshot stays";
                    default -> null;
                });
    }
}
