package dev.essha.survey;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The stacks of a deployment as they stand, and the ids that they hand out.
 *
 * @param stacks by stage; a stage whose stack does not exist is seen as empty, and so is one whose stack is another's
 * @param regions where the stack of each stage stands
 * @param foreign names of the stacks that have a name of the deployment and do not belong to it
 */
record Installed(
        Map<StageId, Observed<Optional<StackView>>> stacks,
        Map<StageId, RegionName> regions,
        Observed<List<String>> foreign) {

    static final String FIND = "cloudformation:DescribeStacks";
    private static final String RESOURCES = "cloudformation:DescribeStackResources";

    static Installed find(Blueprint blueprint, Cloud cloud, Observer observer) {
        Map<StageId, RegionName> regions = new EnumMap<>(StageId.class);
        Map<StageId, CompletableFuture<Observed<Optional<StackView>>>> started = new EnumMap<>(StageId.class);
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                regions.put(stage.id(), stack.region());
                started.put(
                        stage.id(),
                        observer.look(FIND, () -> cloud.stacks(stack.region()).find(stack.name())));
            }
        }
        Map<StageId, Observed<Optional<StackView>>> own = new EnumMap<>(StageId.class);
        DeploymentName deployment = blueprint.plan().plan().name();
        started.forEach((id, seen) ->
                own.put(id, seen.join().map(stack -> stack.filter(s -> s.belongsTo(deployment)))));
        return new Installed(own, regions, foreign(started.values(), deployment));
    }

    private static Observed<List<String>> foreign(
            Collection<CompletableFuture<Observed<Optional<StackView>>>> stacks, DeploymentName deployment) {
        return Observer.all(FIND, List.copyOf(stacks))
                .map(all -> all.stream()
                        .flatMap(Optional::stream)
                        .filter(stack -> !stack.belongsTo(deployment))
                        .map(StackView::name)
                        .toList());
    }

    /** The stack of a stage, or that the stage is missing. */
    Observed<StackView> stack(StageId stage) {
        return switch (stacks.getOrDefault(stage, new Seen<>(Optional.empty(), FIND))) {
            case Seen<Optional<StackView>>(Optional<StackView> view, String source) ->
                view.<Observed<StackView>>map(v -> new Seen<>(v, source))
                        .orElseGet(() -> new Unseen<>(source, Why.of(Why.Kind.NOT_INSTALLED, stage.named())));
            case Unseen<Optional<StackView>>(String source, Why reason) -> new Unseen<>(source, reason);
        };
    }

    /** An id that a stage hands out, or which stage is missing. */
    Observed<String> output(Output output) {
        return switch (stack(output.producer())) {
            case Seen<StackView>(StackView view, String source) -> value(output, view, source);
            case Unseen<StackView>(String source, Why reason) -> new Unseen<>(source, reason);
        };
    }

    private static Observed<String> value(Output output, StackView view, String source) {
        String value = view.outputs().get(output.key());
        return value == null || value.isEmpty()
                ? new Unseen<>(
                        source,
                        Why.of(
                                Why.Kind.NO_OUTPUT,
                                output.producer().named(),
                                view.status().name(),
                                output.key()))
                : new Seen<>(value, source);
    }

    /** Status of each stack by the stage's label; absent stacks are absent. */
    Observed<Map<String, String>> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        for (Map.Entry<StageId, Observed<Optional<StackView>>> stack : stacks.entrySet()) {
            switch (stack.getValue()) {
                case Unseen<Optional<StackView>>(String source, Why reason) -> {
                    return new Unseen<>(source, reason);
                }
                case Seen<Optional<StackView>>(Optional<StackView> view, String _) ->
                    view.ifPresent(
                            v -> statuses.put(stack.getKey().label(), v.status().name()));
            }
        }
        return new Seen<>(statuses, FIND);
    }

    /** Every resource that stands in one of the stacks. */
    Observed<List<StackResource>> resources(Cloud cloud, Observer observer) {
        Observed<List<List<StackResource>>> perStack = Observer.all(
                RESOURCES,
                stacks.entrySet().stream()
                        .map(stack -> observer.look(
                                stack.getValue(),
                                RESOURCES,
                                view -> view.map(v -> cloud.stacks(regions.get(stack.getKey()))
                                                .resources(v.id()))
                                        .orElse(List.of())))
                        .toList());
        return perStack.map(lists ->
                lists.stream().flatMap(List::stream).filter(Installed::stands).toList());
    }

    private static boolean stands(StackResource resource) {
        return resource.physicalId() != null
                && !resource.physicalId().isEmpty()
                && !resource.status().equals("DELETE_COMPLETE");
    }
}
