package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what an install would do, and does nothing: a stack that does not stand is described by its blueprint alone, one
 * that stands by a change set, which is removed again.
 */
public final class Preview {

    private final Time time;

    public Preview(Time time) {
        this.time = time;
    }

    /**
     * Stage by stage, in the order of the blueprint.
     *
     * @param cloud empty to say what an account in which nothing stands would get
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public List<StagePreview> preview(Blueprint blueprint, Optional<Cloud> cloud) throws InterruptedException {
        if (cloud.isEmpty()) {
            return blueprint.stages().stream().map(Preview::added).toList();
        }
        Target.check(blueprint.plan().plan(), cloud.get().identity());
        Map<StageId, StackView> stacks = new StandingStacks(cloud.get(), blueprint).all();
        StageWork work = new StageWork(blueprint, StandingStacks.outputsOf(stacks));
        return Parallel.map(blueprint.stages(), stage -> switch (stage.work()) {
            case Work.Stack stack ->
                ofStack(stage, stack, Optional.ofNullable(stacks.get(stage.id())), work, cloud.get());
            default -> ofStep(stage, work, cloud.get());
        });
    }

    private StagePreview ofStack(
            Stage stage, Work.Stack stack, Optional<StackView> standing, StageWork work, Cloud cloud)
            throws InterruptedException {
        if (standing.isEmpty() || isEmpty(standing.get().status())) {
            return added(stage);
        }
        StackStatus status = standing.get().status();
        if (status.inProgress()) {
            return unknown(stage, "an operation is in progress: " + status);
        }
        Optional<String> missing = work.missing(stage.id());
        if (missing.isPresent()) {
            return unknown(stage, "cannot be compared before " + missing.get() + " stands");
        }
        return compared(stage, stack, work, new Look(cloud, time).context(stage.id()));
    }

    private static boolean isEmpty(StackStatus status) {
        return status == StackStatus.REVIEW_IN_PROGRESS || status.mustBeDeletedFirst();
    }

    private static StagePreview compared(Stage stage, Work.Stack stack, StageWork work, StageContext context)
            throws InterruptedException {
        StackRequest request = new StackRequest(
                stack.name(), stack.templateBody(), work.parameters(context).of(stack), stack.tags());
        String token = context.token(stack.name());
        Proposal proposal = context.retry().get(() -> context.cloud().stacks().propose(request, token));
        if (proposal.isEmpty()) {
            return new StagePreview(stage.id(), false, List.of(), "");
        }
        context.retry().run(() -> context.cloud().stacks().discard(proposal));
        String note = proposal.changes().isEmpty() ? "outputs or tags only" : "";
        return new StagePreview(stage.id(), true, proposal.changes(), note);
    }

    private StagePreview ofStep(Stage stage, StageWork work, Cloud cloud) throws InterruptedException {
        Step.Observation seen = work.observe(new Look(cloud, time).context(stage.id()));
        return new StagePreview(stage.id(), !seen.done(), List.of(), seen.detail());
    }

    private static StagePreview unknown(Stage stage, String why) {
        return new StagePreview(stage.id(), true, List.of(), why);
    }

    private static StagePreview added(Stage stage) {
        return switch (stage.work()) {
            case Work.Stack stack ->
                new StagePreview(
                        stage.id(),
                        true,
                        stack.resources().stream().map(Preview::added).toList(),
                        "");
            case Work.AttachNodes _ -> step(stage, "puts the nodes behind the load balancers");
            case Work.AnnounceRecords _ -> step(stage, "shows the records to add and waits for them");
            case Work.Adopt _ -> step(stage, "tags the VPC and its subnets");
            case Work.CleanUp _ -> step(stage, "removes the stacks that the plan has no more");
            case Work.HandOver _ -> step(stage, "collects what is handed over");
        };
    }

    private static StagePreview step(Stage stage, String what) {
        return new StagePreview(stage.id(), true, List.of(), what);
    }

    private static ResourceChange added(Work.Resource resource) {
        return new ResourceChange(
                ResourceChange.Action.ADD,
                resource.logicalId(),
                resource.type(),
                "",
                ResourceChange.Replacement.NO,
                List.of());
    }
}
