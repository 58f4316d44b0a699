package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Decides what happens when as a stack is deleted or rolled back. */
final class Deletion {

    private final Account account;
    private final RehearsedStack stack;
    private final Instant start;

    Deletion(Account account, RehearsedStack stack, Instant start) {
        this.account = account;
        this.stack = stack;
        this.start = start;
    }

    Operation delete() {
        List<Step> steps = Teardown.deletion(account, stack, start).remove(held());
        return ended(StackStatus.DELETE_IN_PROGRESS, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED, steps);
    }

    /** An empty stack that only waited for review is gone at once. */
    Operation discard() {
        Phase gone = new Phase(StackStatus.DELETE_COMPLETE, start, "");
        return new Operation(stack.request(), List.of(gone), List.of(), Map.of());
    }

    /** The first creation of a stack is undone: nothing is left. */
    Operation rollBackCreation() {
        List<Step> steps = Teardown.undo(account, stack, start).remove(held());
        return ended(
                StackStatus.ROLLBACK_IN_PROGRESS, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED, steps);
    }

    /** A failed update is undone: what was changed is changed back, what was added goes. */
    Operation rollBackUpdate() {
        Map<String, Live> stable = stack.lastStable(start);
        Map<String, Live> held = stack.resourcesAt(start);
        List<Step> back = stable.values().stream()
                .filter(live -> isOther(held.get(live.logicalId()), live))
                .map(this::restored)
                .toList();
        Instant restored = Teardown.end(back, start);
        return back.stream().anyMatch(Step::fails) ? stuck(back, restored) : restored(back, restored, stable, held);
    }

    private static boolean isOther(Live now, Live stable) {
        return !now.properties().equals(stable.properties()) || now.status().equals("UPDATE_FAILED");
    }

    private Operation restored(List<Step> back, Instant restored, Map<String, Live> stable, Map<String, Live> held) {
        List<Live> added = held.values().stream()
                .filter(live -> !stable.containsKey(live.logicalId())
                        || !stable.get(live.logicalId()).physicalId().equals(live.physicalId()))
                .toList();
        List<Step> steps = new ArrayList<>(back);
        steps.addAll(Teardown.undo(account, stack, restored).remove(added));
        return new Operation(
                lastStableRequest(),
                List.of(
                        new Phase(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, start, "User Initiated"),
                        new Phase(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, restored, ""),
                        new Phase(StackStatus.UPDATE_ROLLBACK_COMPLETE, Teardown.end(steps, restored), "")),
                steps,
                Map.of());
    }

    /** A resource that cannot be changed back stops the roll back until somebody mends it and has it go on. */
    private Operation stuck(List<Step> back, Instant end) {
        back.stream().filter(Step::fails).forEach(account.faults()::spend);
        List<String> failed =
                back.stream().filter(Step::fails).map(Step::logicalId).toList();
        return new Operation(
                stack.request(),
                List.of(
                        new Phase(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, start, "User Initiated"),
                        new Phase(
                                StackStatus.UPDATE_ROLLBACK_FAILED,
                                end,
                                "The following resource(s) failed to update: " + failed + ". ")),
                back,
                Map.of());
    }

    private Step restored(Live live) {
        Instant from = start.plusSeconds(1);
        return new Step(
                Step.Act.UPDATE,
                live.logicalId(),
                live.type(),
                live.physicalId(),
                live.seed(),
                live.version() + 2,
                live.properties().values(),
                from,
                from.plus(new Durations(account).update(live.type())),
                account.faults()
                        .reasonToStayChanged(live.logicalId(), live.type())
                        .orElse(""));
    }

    private StackRequest lastStableRequest() {
        return stack.operations().reversed().stream()
                .filter(o -> o.succeededAt(start))
                .map(Operation::request)
                .findFirst()
                .orElse(stack.request());
    }

    private List<Live> held() {
        return List.copyOf(stack.resourcesAt(start).values());
    }

    private Operation ended(StackStatus running, StackStatus success, StackStatus failure, List<Step> steps) {
        List<String> failed = steps.stream()
                .filter(Step::fails)
                .sorted(Comparator.comparing(Step::until))
                .map(Step::logicalId)
                .toList();
        Phase started = new Phase(running, start, "User Initiated");
        Instant end = Teardown.end(steps, start);
        Phase last = failed.isEmpty()
                ? new Phase(success, end, "")
                : new Phase(failure, end, "The following resource(s) failed to delete: " + failed + ". ");
        return new Operation(stack.request(), List.of(started, last), steps, Map.of());
    }
}
