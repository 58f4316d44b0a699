package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.DeploymentName;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Brings whatever stands under a stack's name into a state from which it can be changed: waits for operations of others,
 * brings a failed roll-back to its end, removes the empty remains of a failed creation.
 */
final class StackHealing {

    private final StageContext context;
    private final Stacks stacks;
    private final Work.Stack work;
    private final DeploymentName deployment;
    private final Follow.Observer observer;
    private final Follow follow;

    StackHealing(StageContext context, Work.Stack work, DeploymentName deployment, Follow.Observer observer) {
        this.context = context;
        this.stacks = context.cloud().stacks(work.region());
        this.work = work;
        this.deployment = deployment;
        this.observer = observer;
        this.follow = new Follow(context, stacks, observer);
    }

    /**
     * Afterwards the stack can be changed, or there is none.
     *
     * @return whether an operation of somebody else was followed to its end
     */
    boolean heal() throws InterruptedException {
        boolean watched = false;
        Optional<StackView> found = find();
        while (found.isPresent() && needsWork(found.get())) {
            StackView stack = found.get();
            refuseForeign(stack);
            watched |= stack.status().inProgress();
            healOnce(stack);
            found = find();
        }
        found.ifPresent(this::refuseForeign);
        return watched;
    }

    private static boolean needsWork(StackView stack) {
        return stack.status().inProgress()
                || stack.status().mustBeDeletedFirst()
                || stack.status() == StackStatus.UPDATE_ROLLBACK_FAILED;
    }

    private void healOnce(StackView stack) throws InterruptedException {
        if (stack.status().inProgress()) {
            context.watching(stack.status().name());
            follow.inProgress(stack.id());
        } else if (stack.status().mustBeDeletedFirst()) {
            removeRemains(stack);
        } else {
            finishRollBack(stack);
        }
    }

    private void removeRemains(StackView stack) throws InterruptedException {
        refuseIfItHoldsData(stack);
        context.note("note.removing-remains", stack.status());
        Optional<String> last = follow.lastEvent(stack.id());
        context.retry().run(() -> stacks.protect(stack.name(), false));
        context.retry().run(() -> stacks.delete(stack.id()));
        StackView gone = follow.after(stack.id(), last);
        if (gone.status() != StackStatus.DELETE_COMPLETE) {
            throw new StageException(
                    Phrase.of("stack.remains", gone.reason()), Phrase.of("stack.remains.advice", stack.name()));
        }
    }

    private void finishRollBack(StackView stack) throws InterruptedException {
        context.note("note.finishing-roll-back");
        StackView after = StageRollBack.start(context, stacks, stack, observer);
        if (needsWork(after)) {
            throw new StageException(Phrase.of("stack.not-back", after.reason()), Phrase.of("stack.not-back.advice"));
        }
    }

    private void refuseIfItHoldsData(StackView stack) throws InterruptedException {
        List<StackResource> standing = context.retry().get(() -> stacks.resources(stack.id())).stream()
                .filter(r -> HoldsData.in(work, r.logicalId(), r.type()) && stands(r))
                .toList();
        if (!standing.isEmpty()) {
            StackResource first = standing.getFirst();
            throw new StageException(new PhrasedFailure(
                    first.logicalId(),
                    first.type(),
                    Phrase.of("stack.holds-data", stack.status(), first.physicalId()),
                    Phrase.of("stack.holds-data.advice", stack.name())));
        }
    }

    private static boolean stands(StackResource resource) {
        return !resource.physicalId().isEmpty()
                && !resource.status().equals("DELETE_COMPLETE")
                && !resource.status().equals("DELETE_SKIPPED");
    }

    private void refuseForeign(StackView stack) {
        if (!stack.belongsTo(deployment)) {
            throw new StageException(
                    Phrase.of("stack.foreign", stack.name(), deployment), Phrase.of("stack.foreign.advice"));
        }
    }

    private Optional<StackView> find() throws InterruptedException {
        return context.retry().get(() -> stacks.find(work.name()));
    }
}
