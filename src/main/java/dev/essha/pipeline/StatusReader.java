package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the stages of a deployment stand in the account, and tells it in English. */
public final class StatusReader {

    private final Time time;
    private final boolean lookForDrift;

    /** @param lookForDrift whether what was changed by hand is looked for, which takes CloudFormation a while */
    public StatusReader(Time time, boolean lookForDrift) {
        this.time = time;
        this.lookForDrift = lookForDrift;
    }

    /**
     * Stage by stage, in the order of the blueprint. A stack of the same name that is not ours does not count.
     *
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public List<StageStatus> read(Blueprint blueprint, Cloud cloud) throws InterruptedException {
        Target.check(blueprint.plan().plan(), cloud.identity());
        Map<StageId, StackView> stacks = new StandingStacks(cloud, blueprint).all();
        StageWork work = new StageWork(blueprint, StandingStacks.outputsOf(stacks));
        return Parallel.map(blueprint.stages(), stage -> switch (stage.work()) {
            case Work.Stack stack -> ofStack(stage, stack, Optional.ofNullable(stacks.get(stage.id())), cloud);
            default -> ofStep(stage, work, cloud);
        });
    }

    private StageStatus ofStack(Stage stage, Work.Stack work, Optional<StackView> stack, Cloud cloud)
            throws InterruptedException {
        Stacks stacks = cloud.stacks(work.region());
        int resources = stack.map(s -> stacks.resources(s.id()).size()).orElse(0);
        StageDrift drift = lookForDrift && stack.isPresent()
                ? DriftLook.at(stack.get(), stacks, look(cloud).context(stage.id()))
                        .in(Sentences.ENGLISH)
                : StageDrift.NOT_LOOKED;
        return new StageStatus.OfStack(stage.id(), work.name(), stack, resources, drift);
    }

    private StageStatus ofStep(Stage stage, StageWork work, Cloud cloud) throws InterruptedException {
        Step.Observation seen = work.observe(look(cloud).context(stage.id()));
        return new StageStatus.OfStep(
                stage.id(),
                seen.done(),
                Sentences.ENGLISH.of(seen.detail()),
                seen.todo().stream().map(Sentences.ENGLISH::of).toList());
    }

    private Look look(Cloud cloud) {
        return new Look(cloud, time, Sentences.ENGLISH);
    }
}
