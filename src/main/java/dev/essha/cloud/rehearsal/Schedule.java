package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackRequest;
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
 * time; what is no longer wanted goes last. {@link Ending} decides what comes of it.
 */
final class Schedule {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final RehearsedStack stack;
    private final Instant start;
    private final Template template;
    private final Dependencies dependencies;
    private final Map<String, Live> standing;
    private final StackScope scope;
    private final Intrinsics intrinsics;
    private final Durations durations;
    private final Obstacles obstacles;
    private final Ending ending;
    private final List<Live> account;
    private final boolean retagged;
    private final List<Step> steps = new ArrayList<>();
    private final List<Live> leaving = new ArrayList<>();
    private final Map<String, Instant> doneAt = new HashMap<>();
    private final Map<String, List<String>> overwritten = new HashMap<>();

    /** @param standing what the stack holds, by logical id, as the change set sees it */
    Schedule(Account account, RehearsedStack stack, StackRequest request, Map<String, Live> standing, Instant start) {
        this.stack = stack;
        this.start = start;
        this.template = TemplateReader.read(request.templateBody());
        this.dependencies = Dependencies.of(template);
        this.standing = standing;
        this.scope = new StackScope(stack, new ParameterValues(template, request.parameters()), standing);
        this.intrinsics = new Intrinsics(scope);
        this.durations = new Durations(account);
        this.obstacles = new Obstacles(account);
        this.ending = new Ending(account, stack, request, start);
        this.account = account.live();
        this.retagged = !stack.request().tags().equals(request.tags());
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
                .map(first -> keeps ? ending.failed(steps, first) : ending.takenBack(steps, first))
                .orElseGet(() -> ending.completed(steps, leaving, outputs()));
    }

    /** The properties that an update sets, whatever was done to them by hand, by the seed of the resource. */
    Map<String, List<String>> overwritten() {
        return Map.copyOf(overwritten);
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
        if (type.replaces(before.properties(), after)) {
            leaving.add(before);
            create(Step.Act.REPLACE, resource, after);
            return;
        }
        overwritten.put(before.seed(), before.properties().differences(after));
        Step step = step(Step.Act.UPDATE, resource, before.physicalId(), before.seed(), before.version() + 1, after);
        Optional<String> failure = UpdateObstacles.to(before, live(step), retagged)
                .or(() -> obstacles.toUpdate(live(step), at(step.from())));
        add(step, durations.update(resource.type()), failure);
    }

    private void create(Step.Act act, Template.Resource resource, Properties properties) {
        String id = resource.logicalId();
        String seed = Hash.of(stack.id(), id, stack.operations().size());
        Naming naming = new Naming(stack.place(), stack.name(), id, seed, "", 1, properties);
        String physicalId = ResourceTypes.TABLE.get(resource.type()).physicalId(naming);
        Step step = step(act, resource, physicalId, seed.substring(0, 32), 1, properties);
        add(step, durations.creation(resource.type(), properties), obstacles.toCreation(live(step), at(step.from())));
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

    /** Everything in the account at a moment of the operation: what is being made or changed is still as it was. */
    private List<Live> at(Instant when) {
        List<Live> then = new ArrayList<>(account);
        steps.stream().filter(step -> step.doneAt(when)).forEach(step -> {
            Live made = live(step);
            if (step.act() == Step.Act.UPDATE) {
                then.removeIf(made::isInPlaceOf);
            }
            then.add(made);
        });
        return then;
    }

    private Live live(Step step) {
        return Live.of(Origin.of(stack), step, step.until());
    }

    private Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        template.outputs().forEach((key, value) -> outputs.put(key, intrinsics.output(key, value)));
        return outputs;
    }
}
