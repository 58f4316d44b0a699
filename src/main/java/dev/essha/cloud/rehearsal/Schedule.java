package dev.essha.cloud.rehearsal;

import dev.essha.cloud.ResourceChange.Replacement;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.rehearsal.template.Dependencies;
import dev.essha.cloud.rehearsal.template.Intrinsics;
import dev.essha.cloud.rehearsal.template.ParameterValues;
import dev.essha.cloud.rehearsal.template.Template;
import dev.essha.cloud.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what happens when, as a change set is executed: each resource starts when those it needs are done and takes its
 * time; a failure stops what has not started and cancels what is under way; what is no longer wanted goes last.
 */
final class Schedule {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Account account;
    private final RehearsedStack stack;
    private final StackRequest request;
    private final Instant start;
    private final Template template;
    private final Dependencies dependencies;
    private final Map<String, Live> standing;
    private final StackScope scope;
    private final Intrinsics intrinsics;
    private final Durations durations;
    private final Obstacles obstacles;
    private final List<Step> steps = new ArrayList<>();
    private final List<Live> leaving = new ArrayList<>();
    private final Map<String, Instant> doneAt = new HashMap<>();

    Schedule(Account account, RehearsedStack stack, StackRequest request, Instant start) {
        this.account = account;
        this.stack = stack;
        this.request = request;
        this.start = start;
        this.template = TemplateReader.read(request.templateBody());
        this.dependencies = Dependencies.of(template);
        this.standing = RehearsedStacks.standing(stack, start);
        this.scope =
                new StackScope(account.place(), stack, new ParameterValues(template, request.parameters()), standing);
        this.intrinsics = new Intrinsics(scope);
        this.durations = new Durations(account.settings());
        this.obstacles = new Obstacles(account);
    }

    /** @param keeps whether a failure leaves what was made; otherwise the change is taken back */
    Operation operation(boolean keeps) {
        dependencies.order().forEach(id -> decide(template.resources().get(id)));
        standing.values().stream()
                .filter(live -> !template.resources().containsKey(live.logicalId()))
                .forEach(leaving::add);
        return steps.stream()
                .filter(Step::fails)
                .min(Comparator.comparing(Step::until))
                .map(first -> keeps ? failed(first) : takenBack(failed(first)))
                .orElseGet(this::completed);
    }

    private void decide(Template.Resource resource) {
        Properties after = new Properties(intrinsics.properties(resource));
        Live before = standing.get(resource.logicalId());
        if (before == null) {
            create(Step.Act.CREATE, resource, after);
        } else if (!before.properties().differences(after).isEmpty()
                || before.status().equals("UPDATE_FAILED")) {
            update(before, resource, after);
        }
    }

    private void update(Live before, Template.Resource resource, Properties after) {
        ResourceType type = ResourceTypes.TABLE.get(resource.type());
        if (type.replacement(before.properties(), after) != Replacement.NO) {
            leaving.add(before);
            create(Step.Act.REPLACE, resource, after);
            return;
        }
        Step step = step(Step.Act.UPDATE, resource, before.physicalId(), before.seed(), before.version() + 1, after);
        add(step, durations.update(resource.type()), obstacles.toUpdate(live(step)));
    }

    private void create(Step.Act act, Template.Resource resource, Properties properties) {
        String id = resource.logicalId();
        String seed = Hash.of(stack.id(), id, stack.operations().size());
        Naming naming = new Naming(account.place(), stack.name(), id, seed, "", 1, properties);
        String physicalId = ResourceTypes.TABLE.get(resource.type()).physicalId(naming);
        Step step = step(act, resource, physicalId, seed.substring(0, 32), 1, properties);
        add(step, durations.creation(resource.type(), properties), obstacles.toCreation(live(step)));
    }

    private Step step(
            Step.Act act,
            Template.Resource resource,
            String physicalId,
            String seed,
            int version,
            Properties properties) {
        Instant from = dependencies.needs().get(resource.logicalId()).stream()
                .map(needed -> doneAt.getOrDefault(needed, start))
                .max(Comparator.naturalOrder())
                .filter(start::isBefore)
                .orElse(start.plus(TICK));
        return new Step(
                act,
                resource.logicalId(),
                resource.type(),
                physicalId,
                seed,
                version,
                properties.values(),
                from,
                from,
                "");
    }

    /** A failure shows after a third of the time that success would take. */
    private void add(Step step, Duration duration, Optional<String> failure) {
        Instant end = step.from().plus(failure.isPresent() ? duration.dividedBy(3) : duration);
        Step timed = step.failingAt(end, failure.orElse(""));
        steps.add(timed);
        doneAt.put(step.logicalId(), end);
        scope.stands(live(timed));
    }

    private Live live(Step step) {
        return Live.of(stack.name(), step, step.until());
    }

    private boolean creates() {
        return stack.operations().stream().allMatch(Operation::isReview);
    }

    private Operation failed(Step first) {
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

    private Operation takenBack(Operation failed) {
        Phase end = failed.phases().getLast();
        Operation back = new Deletion(account, stack.with(failed), end.at()).rollBackUpdate();
        List<Phase> phases = new ArrayList<>(List.of(failed.phases().getFirst()));
        phases.add(new Phase(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, end.at(), end.reason()));
        phases.addAll(back.phases().subList(1, back.phases().size()));
        List<Step> all = new ArrayList<>(failed.steps());
        all.addAll(back.steps());
        return new Operation(back.request(), phases, all, Map.of());
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

    private Operation completed() {
        Instant made = steps.stream()
                .map(Step::until)
                .max(Comparator.naturalOrder())
                .orElse(start)
                .plus(TICK);
        List<Phase> phases = new ArrayList<>(List.of(started()));
        if (creates()) {
            phases.add(new Phase(StackStatus.CREATE_COMPLETE, made, ""));
        } else {
            phases.add(new Phase(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, made, ""));
            List<Step> cleanup = Teardown.deletion(account, stack, made).remove(leaving);
            steps.addAll(cleanup);
            phases.add(new Phase(StackStatus.UPDATE_COMPLETE, Teardown.end(cleanup, made), ""));
        }
        return new Operation(request, phases, steps, outputs());
    }

    private Phase started() {
        StackStatus status = creates() ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS;
        return new Phase(status, start, "User Initiated");
    }

    private Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        template.outputs().forEach((key, value) -> outputs.put(key, intrinsics.output(key, value)));
        return outputs;
    }
}
