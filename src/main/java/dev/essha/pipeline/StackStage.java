package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Brings a stack to what the blueprint says, through a change set. */
final class StackStage {

    private static final String CANCELLED = "the run was cancelled";
    private static final String GOES_ON = CANCELLED + "; the operation on the stack %s goes on in the account";

    private final StageContext context;
    private final Stacks stacks;
    private final Work.Stack work;
    private final Plan plan;
    private final InstallOptions options;
    private final ResourceNews news;
    private final Follow.Observer observer;

    StackStage(StageContext context, Work.Stack work, Plan plan, InstallOptions options) {
        this.context = context;
        this.stacks = context.cloud().stacks(work.region());
        this.work = work;
        this.plan = plan;
        this.options = options;
        this.news = new ResourceNews(context, Advice.OF_INSTALL);
        this.observer = plan.domain().dns() == DomainPlan.Dns.ELSEWHERE
                ? news.and(new CertificateWatch(context, stacks, work.name()))
                : news;
    }

    /** @param parameters the values of all the template's parameters */
    StageResult run(SortedMap<String, String> parameters) throws InterruptedException {
        StackRequest request = new StackRequest(work.name(), work.templateBody(), parameters, work.tags());
        boolean watched = false;
        while (!context.cancellation().requested()) {
            StackHealing.Standing standing = new StackHealing(context, work, plan.name(), watcher()).heal();
            watched |= standing.watched();
            Optional<Proposal> proposal = propose(request);
            if (proposal.isPresent()) {
                return proposal.get().isEmpty() ? unchanged(standing, watched) : change(proposal.get());
            }
        }
        return new StageResult.Stopped(CANCELLED);
    }

    /** Empty where somebody else was quicker: then the stack is in progress again. */
    private Optional<Proposal> propose(StackRequest request) throws InterruptedException {
        try {
            String token = context.token(work.name());
            return Optional.of(context.retry().get(() -> stacks.propose(request, token)));
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Conflict && isInProgress()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Another's failures are not ours: only its news are passed on, by an observer of its own. */
    private Follow.Observer watcher() {
        Follow.Observer other = new ResourceNews(context, Advice.OF_INSTALL);
        return plan.domain().dns() == DomainPlan.Dns.ELSEWHERE
                ? other.and(new CertificateWatch(context, stacks, work.name()))
                : other;
    }

    private StageResult unchanged(StackHealing.Standing standing, boolean watched) throws InterruptedException {
        StackView stack = standing.stack()
                .orElseThrow(() ->
                        new StageException("there is neither a stack nor anything to create", "Please report this."));
        if (isHalfDone(stack.status())) {
            return new StageResult.Failed(new StageFailure(
                    "",
                    "",
                    "the stack is in %s, and there is nothing to change: %s".formatted(stack.status(), stack.reason()),
                    "Delete the stack %s in the CloudFormation console or destroy the deployment, then install again."
                            .formatted(work.name())));
        }
        return complete(stack, watched);
    }

    private static boolean isHalfDone(StackStatus status) {
        return status == StackStatus.CREATE_FAILED || status == StackStatus.UPDATE_FAILED;
    }

    private StageResult change(Proposal proposal) throws InterruptedException {
        Optional<StageFailure> refusal = StatefulGuard.refusal(context.stage(), work, proposal, options);
        if (refusal.isPresent() || context.cancellation().requested()) {
            context.retry().run(() -> stacks.discard(proposal));
            return refusal.<StageResult>map(StageResult.Failed::new)
                    .orElseGet(() -> new StageResult.Stopped(CANCELLED));
        }
        context.proposed(proposal.changes());
        Follow follow = new Follow(context, stacks, observer);
        Optional<String> last = follow.lastEvent(proposal.stackId());
        execute(proposal, last);
        return followed(follow, proposal, last);
    }

    /**
     * A call whose answer was lost is repeated, and then refused: the change set runs already, or has run and is gone. The
     * stack's own events tell whether something has begun.
     */
    private void execute(Proposal proposal, Optional<String> before) throws InterruptedException {
        try {
            context.retry().run(() -> stacks.execute(proposal));
        } catch (CloudException e) {
            if (!mayHaveRun(e.failure())
                    || new Follow(context, stacks, news)
                            .lastEvent(proposal.stackId())
                            .equals(before)) {
                throw e;
            }
        }
    }

    private static boolean mayHaveRun(CloudFailure failure) {
        return failure instanceof CloudFailure.Conflict || failure instanceof CloudFailure.NotFound;
    }

    private boolean isInProgress() throws InterruptedException {
        return context.retry()
                .get(() -> stacks.find(work.name()))
                .filter(s -> s.status().inProgress())
                .isPresent();
    }

    private StageResult followed(Follow follow, Proposal proposal, Optional<String> last) throws InterruptedException {
        StackView stack;
        try {
            stack = follow.after(proposal.stackId(), last);
        } catch (InterruptedException e) {
            return new StageResult.Stopped(GOES_ON.formatted(work.name()));
        }
        return stack.status().succeeded() ? complete(stack, true) : new StageResult.Failed(news.failure(stack));
    }

    private StageResult complete(StackView stack, boolean changed) throws InterruptedException {
        if (work.terminationProtection() && !stack.terminationProtection()) {
            context.retry().run(() -> stacks.protect(work.name(), true));
        }
        return new StageResult.Completed(changed, checked(stack.outputs()));
    }

    private Map<String, String> checked(Map<String, String> outputs) {
        for (Output declared : work.outputs()) {
            if (outputs.getOrDefault(declared.key(), "").isBlank()) {
                throw new StageException(
                        "the stack %s is complete but has no output %s".formatted(work.name(), declared.key()),
                        "Please report this; nothing is lost.");
            }
        }
        return outputs;
    }
}
