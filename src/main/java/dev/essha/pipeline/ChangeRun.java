package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import java.util.Map;
import java.util.Optional;

/** Executes a change set and follows it to its end. */
final class ChangeRun {

    private static final String GOES_ON = "the run was cancelled; the operation on the stack %s goes on in the account";

    private final StageContext context;
    private final Stacks stacks;
    private final Follow.Observer watch;

    /** @param watch is told what happens as well */
    ChangeRun(StageContext context, Stacks stacks, Optional<Follow.Observer> watch) {
        this.context = context;
        this.stacks = stacks;
        this.watch = watch.orElse(_ -> {});
    }

    /** @return {@link StageResult.Completed} with the stack's outputs where it succeeded */
    StageResult run(Proposal proposal) throws InterruptedException {
        context.proposed(proposal.changes());
        new DeletionProtection(context).liftFor(proposal.changes());
        ResourceNews news = new ResourceNews(context, Advice.OF_INSTALL);
        Follow follow = new Follow(context, stacks, news.and(watch));
        Optional<String> last = follow.lastEvent(proposal.stackId());
        execute(proposal, follow, last);
        StackView stack;
        try {
            stack = follow.after(proposal.stackId(), last);
        } catch (InterruptedException e) {
            return new StageResult.Stopped(GOES_ON.formatted(proposal.stackName()));
        }
        if (!stack.status().succeeded()) {
            return new StageResult.Failed(news.failure(stack));
        }
        news.undeleted()
                .forEach(e -> context.leftBehind(
                        e.type(), e.physicalId(), "it is not needed any more, but cannot be deleted: " + e.reason()));
        return new StageResult.Completed(true, Map.copyOf(stack.outputs()));
    }

    /**
     * A call whose answer was lost is repeated, and then refused: the change set runs already, or has run and is gone. The
     * stack's own events tell whether something has begun.
     */
    private void execute(Proposal proposal, Follow follow, Optional<String> before) throws InterruptedException {
        try {
            context.retry().run(() -> stacks.execute(proposal));
        } catch (CloudException e) {
            if (!mayHaveRun(e.failure()) || follow.lastEvent(proposal.stackId()).equals(before)) {
                throw e;
            }
        }
    }

    private static boolean mayHaveRun(CloudFailure failure) {
        return failure instanceof CloudFailure.Conflict || failure instanceof CloudFailure.NotFound;
    }
}
