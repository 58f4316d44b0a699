package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Data;
import dev.essha.plan.DeploymentName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the account for what a destroy would take down. */
final class DestroySurvey {

    private final Cloud cloud;
    private final Blueprint blueprint;
    private final DeploymentName deployment;
    private final List<DestroyPlan.Foreign> foreign = new ArrayList<>();
    private Optional<String> unseen = Optional.empty();

    DestroySurvey(Cloud cloud, Blueprint blueprint) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.deployment = blueprint.plan().plan().name();
    }

    DestroyPlan plan(boolean deleteData) {
        Map<StageId, StackView> ours = ours();
        Map<StageId, List<StackResource>> resources = new EnumMap<>(StageId.class);
        ours.forEach((stage, stack) -> resources.put(stage, cloud.stacks().resources(stack.id())));
        Map<StageId, List<Data.Kept>> kept = keptOutside(resources.values(), deleteData);
        Graph order = DestroyOrder.of(blueprint, union(ours.keySet(), kept.keySet()));
        List<DestroyPlan.Doomed> doomed = order.stages().stream()
                .filter(ours::containsKey)
                .map(s -> new DestroyPlan.Doomed(s, ours.get(s), resources.get(s), order.before(s)))
                .toList();
        List<DestroyPlan.Remains> remains = order.stages().stream()
                .filter(kept::containsKey)
                .map(s -> new DestroyPlan.Remains(s, kept.get(s), order.before(s)))
                .toList();
        List<DestroyPlan.Data> data = data(doomed, remains, new DataFate(deleteData));
        return new DestroyPlan(deployment, deleteData, doomed, remains, data, foreign, unseen);
    }

    /** What carries our tag and is in no stack: an earlier destroy left it, or it was made of what was in a stack. */
    private Map<StageId, List<Data.Kept>> keptOutside(Collection<List<StackResource>> held, boolean deleteData) {
        Set<String> inStacks = held.stream()
                .flatMap(List::stream)
                .map(StackResource::physicalId)
                .collect(Collectors.toSet());
        return kept(deleteData).stream()
                .filter(k -> !inStacks.contains(k.id()))
                .collect(Collectors.groupingBy(
                        DataFate::stageOf, () -> new EnumMap<>(StageId.class), Collectors.toList()));
    }

    /** Whoever wants data deleted must not be told that it is gone while nobody could see. */
    private List<Data.Kept> kept(boolean deleteData) {
        try {
            return cloud.lookups().keptData(deployment);
        } catch (CloudException e) {
            if (deleteData || !(e.failure() instanceof CloudFailure.Denied denied)) {
                throw e;
            }
            unseen = Optional.of(
                    "what an earlier destroy left cannot be looked for: %s is not allowed".formatted(denied.action()));
            return List.of();
        }
    }

    private static Set<StageId> union(Set<StageId> some, Set<StageId> others) {
        Set<StageId> all = EnumSet.noneOf(StageId.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    /** By tag; those that have only our name are named. */
    private Map<StageId, StackView> ours() {
        Map<StageId, StackView> ours = new EnumMap<>(StageId.class);
        List<StackView> tagged = cloud.stacks().ofDeployment(deployment);
        for (StackView stack : tagged) {
            Ownership.stageOf(stack).ifPresent(stage -> ours.put(stage, stack));
        }
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack work && !ours.containsKey(stage.id())) {
                cloud.stacks().find(work.name()).ifPresent(stack -> claim(stage.id(), stack, ours));
            }
        }
        tagged.stream().filter(stack -> !isAmong(ours, stack)).forEach(this::leave);
        return ours;
    }

    private static boolean isAmong(Map<StageId, StackView> ours, StackView stack) {
        return ours.values().stream().anyMatch(known -> known.id().equals(stack.id()));
    }

    private void claim(StageId stage, StackView stack, Map<StageId, StackView> ours) {
        if (stack.belongsTo(deployment)) {
            ours.put(stage, stack);
        } else {
            foreign.add(new DestroyPlan.Foreign(stage, stack.name(), "it does not carry the tag of this deployment"));
        }
    }

    /** A newer version's, or somebody's who copied the tags: what it holds and what hangs on it is not known here. */
    private void leave(StackView stack) {
        String said = stack.tags().getOrDefault(StackTags.STAGE, "");
        foreign.add(new DestroyPlan.Foreign(
                StageId.NETWORK,
                stack.name(),
                "it carries the tag of this deployment, but is the stack of none of its stages ('%s')"
                        .formatted(said)));
    }

    private static List<DestroyPlan.Data> data(
            List<DestroyPlan.Doomed> doomed, List<DestroyPlan.Remains> remains, DataFate fate) {
        Stream<DestroyPlan.Data> inStacks = doomed.stream()
                .flatMap(d -> d.resources().stream()
                        .filter(r -> !r.physicalId().isEmpty())
                        .flatMap(r -> fate.of(d.stage(), r.type(), r.physicalId()).stream()));
        Stream<DestroyPlan.Data> outside = remains.stream()
                .flatMap(r -> r.kept().stream().flatMap(k -> fate.of(r.stage(), DataFate.typeOf(k), k.id()).stream()));
        return Stream.concat(inStacks, outside).toList();
    }
}
