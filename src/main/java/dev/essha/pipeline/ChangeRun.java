package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.Map;
import java.util.Optional;

/** Executes a change set and follows it to its end. */
final class ChangeRun {

    private final StageContext context;
    private final Stacks stacks;
    private final Follow.Observer watch;

    /** @param watch is told what happens as well */
    ChangeRun(StageContext context, Stacks stacks, Optional<Follow.Observer> watch) {
        this.context = context;
        this.stacks = stacks;
        this.watch = watch.orElse(_ -> {});
    }

    /**
     * @return {@link StageResult.Completed} with the stack's outputs where it succeeded
     * @throws OutrunException where somebody else's operation may have taken the place of this one
     */
    StageResult run(Proposal proposal) throws InterruptedException, OutrunException {
        context.proposed(proposal.changes());
        new DeletionProtection(context).liftFor(proposal.changes());
        ResourceNews news = new ResourceNews(context, Advice.OF_INSTALL);
        Follow follow = new Follow(context, stacks, news.and(watch));
        Optional<String> last = follow.lastEvent(proposal.stackId());
        Optional<CloudException> refusal = execute(proposal, follow, last);
        StackView stack;
        try {
            stack = follow.after(proposal.stackId(), last);
        } catch (InterruptedException e) {
            return new StageResult.Stopped(Phrase.of("stopped.stack-goes-on", proposal.stackName()));
        }
        if (!stack.status().succeeded()) {
            return new StageResult.Failed(news.failure(stack));
        }
        if (refusal.isPresent()) {
            throw new OutrunException(refusal.get());
        }
        news.undeleted()
                .forEach(e -> context.leftBehind(
                        Phrase.asIs(e.type()), e.physicalId(), Phrase.of("left.not-needed", e.reason())));
        return new StageResult.Completed(true, Map.copyOf(stack.outputs()));
    }

    /**
     * A call whose answer was lost is repeated, and then refused: the change set runs already, or has run and is gone. It is
     * also where somebody else's change set ran. The stack's own events tell whether something has begun.
     *
     * @return the refusal, where something has begun all the same
     */
    private Optional<CloudException> execute(Proposal proposal, Follow follow, Optional<String> before)
            throws InterruptedException, OutrunException {
        try {
            context.retry().run(() -> stacks.execute(proposal));
            return Optional.empty();
        } catch (CloudException e) {
            if (!mayHaveRun(e.failure())) {
                throw e;
            }
            if (follow.lastEvent(proposal.stackId()).equals(before)) {
                throw new OutrunException(e);
            }
            return Optional.of(e);
        }
    }

    private static boolean mayHaveRun(CloudFailure failure) {
        return failure instanceof CloudFailure.Conflict || failure instanceof CloudFailure.NotFound;
    }
}
