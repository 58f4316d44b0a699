package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What comes of the steps of a change: success and the clean-up after it, or a failure, which stops what has not started
 * and cancels what is under way.
 */
record Ending(Account account, RehearsedStack stack, StackRequest request, Instant start) {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** @param leaving what is not wanted any more */
    Operation completed(List<Step> steps, List<Live> leaving, Map<String, String> outputs) {
        Instant made = steps.stream()
                .map(Step::until)
                .max(Comparator.naturalOrder())
                .orElse(start)
                .plus(TICK);
        List<Step> all = new ArrayList<>(steps);
        List<Phase> phases = new ArrayList<>(List.of(started()));
        if (creates()) {
            phases.add(new Phase(StackStatus.CREATE_COMPLETE, made, ""));
        } else {
            phases.add(new Phase(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, made, ""));
            List<Step> cleanup = Teardown.deletion(account, stack, made).remove(leaving);
            all.addAll(cleanup);
            phases.add(new Phase(StackStatus.UPDATE_COMPLETE, Teardown.end(cleanup, made), ""));
        }
        return new Operation(request, phases, all, outputs);
    }

    /** What was made is kept. */
    Operation failed(List<Step> steps, Step first) {
        Instant at = first.until();
        account.faults().spend(first);
        List<Step> until = steps.stream()
                .filter(s -> s.from().isBefore(at))
                .map(s -> s.until().isAfter(at) ? cancelled(s, at) : s)
                .toList();
        StackStatus end = creates() ? StackStatus.CREATE_FAILED : StackStatus.UPDATE_FAILED;
        return new Operation(
                request, List.of(started(), new Phase(end, at.plus(TICK), reason(until))), until, Map.of());
    }

    /** What was changed is changed back. */
    Operation takenBack(List<Step> steps, Step first) {
        Operation failed = failed(steps, first);
        Phase end = failed.phases().getLast();
        Operation back = new Deletion(account, stack.with(failed), end.at()).rollBackUpdate();
        List<Phase> phases = new ArrayList<>(List.of(failed.phases().getFirst()));
        phases.add(new Phase(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, end.at(), end.reason()));
        phases.addAll(back.phases().subList(1, back.phases().size()));
        List<Step> all = new ArrayList<>(failed.steps());
        all.addAll(back.steps());
        return new Operation(back.request(), phases, all, Map.of());
    }

    private boolean creates() {
        return stack.operations().stream().allMatch(Operation::isReview);
    }

    private Phase started() {
        StackStatus status = creates() ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS;
        return new Phase(status, start, "User Initiated");
    }

    private static Step cancelled(Step step, Instant at) {
        return step.failingAt(
                at, step.act() == Step.Act.CREATE ? "Resource creation cancelled" : "Resource update cancelled");
    }

    private static String reason(List<Step> steps) {
        return reason(steps, "CREATE", "create") + reason(steps, "UPDATE", "update");
    }

    private static String reason(List<Step> steps, String verb, String word) {
        List<String> failed = steps.stream()
                .filter(s -> s.fails() && s.act().verb().equals(verb))
                .map(Step::logicalId)
                .toList();
        return failed.isEmpty() ? "" : "The following resource(s) failed to " + word + ": " + failed + ". ";
    }
}
