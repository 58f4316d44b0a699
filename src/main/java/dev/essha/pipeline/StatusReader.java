package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the stages of a deployment stand in the account. */
public final class StatusReader {

    private final Time time;

    public StatusReader(Time time) {
        this.time = time;
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

    private static StageStatus ofStack(Stage stage, Work.Stack work, Optional<StackView> stack, Cloud cloud) {
        int resources = stack.map(
                        s -> cloud.stacks(work.region()).resources(s.id()).size())
                .orElse(0);
        return new StageStatus.OfStack(stage.id(), work.name(), stack, resources);
    }

    private StageStatus ofStep(Stage stage, StageWork work, Cloud cloud) throws InterruptedException {
        Step.Observation seen = work.observe(new Look(cloud, time).context(stage.id()));
        return new StageStatus.OfStep(stage.id(), seen.done(), seen.detail());
    }
}
