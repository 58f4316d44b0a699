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
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Brings a stack to what the blueprint says, through a change set. */
final class StackStage {

    /** As long as somebody else is quicker; then something else is wrong. */
    private static final int ATTEMPTS = 5;

    private final StageContext context;
    private final Stacks stacks;
    private final Work.Stack work;
    private final Plan plan;
    private final InstallOptions options;
    private final DriftSeen drift;

    /** @param drift what was seen to be changed by hand */
    StackStage(StageContext context, Work.Stack work, Plan plan, InstallOptions options, DriftSeen drift) {
        this.context = context;
        this.stacks = context.cloud().stacks(work.region());
        this.work = work;
        this.plan = plan;
        this.options = options;
        this.drift = drift;
    }

    /** @param parameters the values of all the template's parameters */
    StageResult run(SortedMap<String, String> parameters) throws InterruptedException {
        StackRequest request = new StackRequest(work.name(), work.templateBody(), parameters, work.tags());
        DriftStage drifted = new DriftStage(context, stacks, work, options, drift);
        drifted.tell();
        Pace pace = Pace.ofStack();
        boolean others = false;
        int outrun = 0;
        while (!context.cancellation().requested()) {
            others |= new StackHealing(context, work, plan.name(), watcher()).heal();
            try {
                Optional<StageResult> result = attempt(request, drifted, others);
                if (result.isPresent()) {
                    return withOutputs(drifted.after(result.get(), request));
                }
            } catch (OutrunException e) {
                outrun++;
                if (outrun == ATTEMPTS) {
                    throw e.refusal();
                }
                others = true;
                context.pause(pace);
            }
        }
        return StageResult.CANCELLED;
    }

    /** Empty where there is more to do: a part of the change is made. */
    private Optional<StageResult> attempt(StackRequest request, DriftStage drifted, boolean others)
            throws InterruptedException, OutrunException {
        Proposal whole = drifted.withWhatIsGone(propose(request), request);
        if (whole.isEmpty()) {
            return Optional.of(unchanged(others));
        }
        Optional<PhrasedFailure> refusal = StatefulGuard.refusal(context.stage(), work, whole, options);
        if (refusal.isPresent() || context.cancellation().requested()) {
            context.retry().run(() -> stacks.discard(whole));
            return Optional.of(
                    refusal.<StageResult>map(StageResult.Failed::new).orElseGet(() -> StageResult.CANCELLED));
        }
        List<StackRequest> way = new Way(context, stacks).to(request, whole, find());
        return way.size() == 1 ? Optional.of(change(whole)) : firstPart(way, whole);
    }

    /** What follows is worked out anew, from what stands then. A part may differ in its words alone, and change nothing. */
    private Optional<StageResult> firstPart(List<StackRequest> way, Proposal whole)
            throws InterruptedException, OutrunException {
        context.retry().run(() -> stacks.discard(whole));
        context.note(Way.phrase(way.size()));
        for (StackRequest request : way) {
            Proposal proposal = propose(request);
            if (!proposal.isEmpty()) {
                return request == way.getLast() ? Optional.of(change(proposal)) : part(proposal);
            }
        }
        return Optional.empty();
    }

    private Optional<StageResult> part(Proposal proposal) throws InterruptedException, OutrunException {
        StageResult result = change(proposal.asPart());
        return Optional.of(result).filter(r -> !(r instanceof StageResult.Completed));
    }

    private Proposal propose(StackRequest request) throws InterruptedException, OutrunException {
        try {
            String token = context.token(work.name());
            return context.retry().get(() -> stacks.propose(request, token));
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Conflict) {
                throw new OutrunException(e);
            }
            throw e;
        }
    }

    /** Another's failures are not ours: only its news are passed on, by an observer of its own. */
    private Follow.Observer watcher() {
        Follow.Observer other = new ResourceNews(context, Advice.OF_INSTALL);
        return certificateWatch().map(other::and).orElse(other);
    }

    private Optional<Follow.Observer> certificateWatch() {
        return plan.domain().dns() == DomainPlan.Dns.ELSEWHERE
                ? Optional.of(new CertificateWatch(context, stacks, work.name()))
                : Optional.empty();
    }

    /** The stack is looked at anew: somebody else may have brought it up meanwhile. */
    private StageResult unchanged(boolean others) throws InterruptedException {
        StackView stack =
                find().orElseThrow(() -> new StageException(Phrase.of("stack.neither"), Phrase.of("stack.report")));
        if (isHalfDone(stack.status())) {
            return new StageResult.Failed(new PhrasedFailure(
                    Phrase.of("stack.half-done", stack.status(), stack.reason()),
                    Phrase.of("stack.half-done.advice", context.stage().named())));
        }
        protect(stack);
        return new StageResult.Completed(others, stack.outputs());
    }

    private static boolean isHalfDone(StackStatus status) {
        return status == StackStatus.CREATE_FAILED || status == StackStatus.UPDATE_FAILED;
    }

    private StageResult change(Proposal proposal) throws InterruptedException, OutrunException {
        StageResult result = new ChangeRun(context, stacks, certificateWatch()).run(proposal);
        if (result instanceof StageResult.Completed && work.terminationProtection()) {
            protect(find().orElseThrow());
        }
        return result;
    }

    private void protect(StackView stack) throws InterruptedException {
        if (work.terminationProtection() && !stack.terminationProtection()) {
            context.retry().run(() -> stacks.protect(work.name(), true));
        }
    }

    private StageResult withOutputs(StageResult result) {
        if (result instanceof StageResult.Completed(boolean _, Map<String, String> outputs)) {
            requireOutputs(outputs);
        }
        return result;
    }

    private void requireOutputs(Map<String, String> outputs) {
        for (Output declared : work.outputs()) {
            if (outputs.getOrDefault(declared.key(), "").isBlank()) {
                throw new StageException(
                        Phrase.of("stack.no-output", work.name(), declared.key()), Phrase.of("stack.no-output.advice"));
            }
        }
    }

    private Optional<StackView> find() throws InterruptedException {
        return context.retry().get(() -> stacks.find(work.name()));
    }
}
