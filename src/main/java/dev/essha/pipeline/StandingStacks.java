package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the stacks of a blueprint deliver as they stand. */
final class StandingStacks {

    private final Cloud cloud;
    private final Blueprint blueprint;

    StandingStacks(Cloud cloud, Blueprint blueprint) {
        this.cloud = cloud;
        this.blueprint = blueprint;
    }

    /** The stack of a stage; nothing for a step, for a stack that does not exist, and for one that is not ours. */
    Optional<StackView> find(StageId stage) {
        return blueprint.stages().stream()
                .filter(s -> s.id() == stage)
                .map(Stage::work)
                .filter(Work.Stack.class::isInstance)
                .map(Work.Stack.class::cast)
                .flatMap(w -> cloud.stacks(w.region()).find(w.name()).stream())
                .filter(s -> s.belongsTo(blueprint.plan().plan().name()))
                .findFirst();
    }

    /** The stacks of all stages that have one. */
    Map<StageId, StackView> all() {
        Map<StageId, StackView> found = new EnumMap<>(StageId.class);
        blueprint.stages().forEach(s -> find(s.id()).ifPresent(stack -> found.put(s.id(), stack)));
        return found;
    }

    /** The outputs of the stages that a stage takes its inputs from. */
    Outputs inputsOf(StageId stage) {
        Outputs outputs = new Outputs();
        blueprint.stage(stage).work().inputs().stream()
                .map(Output::producer)
                .collect(Collectors.toSet())
                .forEach(producer -> find(producer).ifPresent(s -> outputs.put(producer, s.outputs())));
        return outputs;
    }

    static Outputs outputsOf(Map<StageId, StackView> stacks) {
        Outputs outputs = new Outputs();
        stacks.forEach((stage, stack) -> outputs.put(stage, stack.outputs()));
        return outputs;
    }
}
