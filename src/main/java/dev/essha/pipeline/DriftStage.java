package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stage does about what was changed by hand: tells it, puts it back once the plan's own changes are made, tells the rest. */
final class DriftStage {

    private final StageContext context;
    private final Stacks stacks;
    private final Work.Stack work;
    private final InstallOptions options;
    private final DriftSeen seen;

    DriftStage(StageContext context, Stacks stacks, Work.Stack work, InstallOptions options, DriftSeen seen) {
        this.context = context;
        this.stacks = stacks;
        this.work = work;
        this.options = options;
        this.seen = seen;
    }

    void tell() {
        seen.why().ifPresent(context::note);
        if (seen.found()) {
            context.drifted(seen.resources());
        }
    }

    /**
     * The plan's own changes, with those that make again what was deleted: without it, what hangs on it cannot be changed.
     *
     * @param proposal of the plan's own changes
     */
    Proposal withWhatIsGone(Proposal proposal, StackRequest request) throws InterruptedException {
        if (proposal.isEmpty() || seen.resources().stream().noneMatch(ResourceDrift::gone)) {
            return proposal;
        }
        Set<String> planned =
                proposal.changes().stream().map(ResourceChange::logicalId).collect(Collectors.toSet());
        DriftRepair.Offered offered =
                new DriftRepair(context, stacks, work, options).offer(request, seen.resources(), planned);
        if (offered.proposal().isEmpty()) {
            return proposal;
        }
        context.retry().run(() -> stacks.discard(proposal));
        return offered.proposal().get();
    }

    /** @param result of the plan's own changes */
    StageResult after(StageResult result, StackRequest request) throws InterruptedException {
        if (!seen.found()
                || !(result instanceof StageResult.Completed done)
                || context.cancellation().requested()) {
            return result;
        }
        List<ResourceDrift> rest = done.changed() ? look() : seen.resources();
        DriftRepair.Offered offered = new DriftRepair(context, stacks, work, options).offer(request, rest, Set.of());
        offered.note().ifPresent(context::note);
        if (offered.proposal().isEmpty()) {
            context.driftLeft(rest);
            return done;
        }
        StageResult repaired = run(offered.proposal().get(), done);
        if (repaired instanceof StageResult.Completed) {
            context.driftLeft(look());
        }
        return repaired;
    }

    /** Where somebody else was quicker, they put back what there was to put back. */
    private StageResult run(Proposal proposal, StageResult done) throws InterruptedException {
        try {
            return new ChangeRun(context, stacks, Optional.empty()).run(proposal);
        } catch (OutrunException e) {
            return done;
        }
    }

    private List<ResourceDrift> look() throws InterruptedException {
        Optional<StackView> stack = context.retry().get(() -> stacks.find(work.name()));
        return stack.isEmpty()
                ? List.of()
                : DriftLook.at(stack.get(), stacks, context).resources();
    }
}
