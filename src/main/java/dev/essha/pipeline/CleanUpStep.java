package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Removes the stacks that the plan has no more: what served before a change of its shape. Comes after everything that
 * leads elsewhere now, and waits until nobody can come the old way any more.
 */
final class CleanUpStep implements Step {

    /** How long a wait may go on before it is seen whether somebody wants to stop. */
    private static final Duration SLICE = Duration.ofSeconds(20);

    private final StageContext context;
    private final Work.CleanUp work;
    private final Blueprint blueprint;
    private final InstallOptions options;
    private final Plan plan;

    CleanUpStep(StageContext context, Work.CleanUp work, Blueprint blueprint, InstallOptions options) {
        this.context = context;
        this.work = work;
        this.blueprint = blueprint;
        this.options = options;
        this.plan = blueprint.plan().plan();
    }

    @Override
    public StageResult run() throws InterruptedException {
        Superseded superseded = look();
        superseded.notes().forEach(context::note);
        if (superseded.stacks().isEmpty()) {
            return new StageResult.Completed(false, Map.of());
        }
        Optional<PhrasedFailure> refusal = superseded.refusal(options);
        if (refusal.isPresent()) {
            return new StageResult.Failed(refusal.get());
        }
        if (!settled(superseded.stacks())) {
            return StageResult.CANCELLED;
        }
        for (DestroyPlan.Doomed stack : superseded.stacks()) {
            StageResult result = remove(stack);
            if (!(result instanceof StageResult.Completed)) {
                return result;
            }
        }
        return new StageResult.Completed(true, Map.of());
    }

    @Override
    public Observation observe() throws InterruptedException {
        Superseded superseded = look();
        int count = superseded.stacks().size();
        return new Observation(
                count == 0,
                Phrase.of(count == 0 ? "clean-up.nothing" : "clean-up.something"),
                superseded.changes(),
                superseded.notes());
    }

    private Superseded look() throws InterruptedException {
        return context.retry().get(() -> Superseded.look(context.cloud(), plan, work));
    }

    /** @return whether it is time; false where somebody wants to stop before */
    private boolean settled(List<DestroyPlan.Doomed> stacks) throws InterruptedException {
        Instant quiet = lastChange().plusSeconds(work.settleSeconds());
        if (quiet.isAfter(context.time().now())) {
            context.note(
                    "clean-up.waits",
                    Duration.between(context.time().now(), quiet).toSeconds(),
                    named(stacks),
                    stacks.size());
        }
        while (quiet.isAfter(context.time().now())) {
            if (context.cancellation().requested()) {
                return false;
            }
            Duration left = Duration.between(context.time().now(), quiet);
            context.time().sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
        }
        return true;
    }

    private static String named(List<DestroyPlan.Doomed> stacks) {
        return stacks.stream().map(s -> s.stack().name()).collect(Collectors.joining(", "));
    }

    /** Of the records. Where they are elsewhere nobody can say since when they lead where they do; they do now. */
    private Instant lastChange() throws InterruptedException {
        return blueprint.stages().stream().anyMatch(s -> s.id() == StageId.DNS && s.work() instanceof Work.Stack)
                ? lastEvent((Work.Stack) blueprint.stage(StageId.DNS).work())
                : context.time().now();
    }

    /** Of the stack's last event: its own time is that at which the change began. */
    private Instant lastEvent(Work.Stack dns) throws InterruptedException {
        Stacks stacks = context.cloud().stacks(dns.region());
        Optional<StackView> stack = context.retry().get(() -> stacks.find(dns.name()));
        List<StackEvent> events = stack.isEmpty()
                ? List.of()
                : context.retry().get(() -> stacks.events(stack.get().id(), Optional.empty()));
        return events.isEmpty() ? context.time().now() : events.getLast().at();
    }

    private StageResult remove(DestroyPlan.Doomed stack) throws InterruptedException {
        detach(stack.ofType(ResourceKind.TARGET_GROUP).stream()
                .map(StackResource::physicalId)
                .toList());
        return new StackRemoval(context, plan.name(), stack, Advice.OF_INSTALL).run();
    }

    private void detach(List<String> targetGroups) throws InterruptedException {
        if (targetGroups.isEmpty()) {
            return;
        }
        String cluster = new ResourceNames(plan.name()).cluster();
        for (String group : context.retry().get(() -> context.cloud().actions().autoScalingGroups(cluster))) {
            context.retry().run(() -> context.cloud().actions().detachTargetGroups(group, targetGroups));
        }
    }
}
