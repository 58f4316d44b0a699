package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.Map;
import java.util.Optional;

/** Rolls the stack of a stage back. */
final class StageRollBack {

    private final StageContext context;

    StageRollBack(StageContext context) {
        this.context = context;
    }

    /**
     * What a creation has made is rolled back before the stack goes: CloudFormation keeps nothing then that is kept at a
     * deletion, as it is empty still.
     */
    StageResult remove(RollBackPlan.Removal removal) throws InterruptedException {
        DestroyPlan.Doomed doomed = removal.doomed();
        StackRemoval rest = new StackRemoval(context, removal.deployment(), doomed, Advice.OF_ROLL_BACK);
        StackStatus status = doomed.stack().status();
        if (status == StackStatus.CREATE_FAILED || status == StackStatus.UPDATE_FAILED) {
            rest.allowDeletion();
            Stacks stacks = context.cloud().stacks(doomed.region());
            start(context, stacks, doomed.stack(), new ResourceNews(context, Advice.OF_ROLL_BACK));
        }
        StageResult result = rest.run();
        if (result instanceof StageResult.Completed) {
            new Leftovers(context, false).of(doomed);
        }
        return result;
    }

    StageResult restore(RollBackPlan.Restoration restoration) throws InterruptedException {
        ResourceNews news = new ResourceNews(context, Advice.OF_ROLL_BACK);
        StackView after = start(context, context.cloud().stacks(restoration.region()), restoration.stack(), news);
        if (after.status() != StackStatus.UPDATE_ROLLBACK_COMPLETE) {
            return new StageResult.Failed(news.failure(after));
        }
        news.undeleted()
                .forEach(e -> context.leftBehind(
                        Phrase.asIs(e.type()), e.physicalId(), Phrase.of("left.made-by-change", e.reason())));
        return new StageResult.Completed(true, Map.copyOf(after.outputs()));
    }

    /**
     * Starts a roll back and follows it to its end. A call whose answer was lost is repeated and then refused: it is under
     * way.
     */
    static StackView start(StageContext context, Stacks stacks, StackView stack, Follow.Observer observer)
            throws InterruptedException {
        Follow follow = new Follow(context, stacks, observer);
        Optional<String> last = follow.lastEvent(stack.id());
        try {
            context.retry().run(() -> stacks.rollBack(stack.name()));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.Conflict)
                    || follow.lastEvent(stack.id()).equals(last)) {
                throw e;
            }
        }
        return follow.after(stack.id(), last);
    }
}
