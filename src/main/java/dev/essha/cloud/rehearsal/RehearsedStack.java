package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack: its history of operations, from which everything else follows by the clock. Not safe for threads; {@link
 * Account} locks.
 */
final class RehearsedStack {

    private final Place place;
    private final String name;
    private final String id;
    private final List<Operation> operations;
    private final List<List<StackEvent>> events = new ArrayList<>();
    private boolean terminationProtection;

    RehearsedStack(Place place, String name, String id, boolean terminationProtection, List<Operation> operations) {
        this.place = place;
        this.name = name;
        this.id = id;
        this.terminationProtection = terminationProtection;
        this.operations = new ArrayList<>();
        operations.forEach(this::append);
    }

    Place place() {
        return place;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    boolean terminationProtection() {
        return terminationProtection;
    }

    void protect(boolean on) {
        terminationProtection = on;
    }

    /** Starts an operation; one that is under way is cut off. */
    void start(Operation operation) {
        Operation last = operations.removeLast();
        events.removeLast();
        append(last.cutAt(operation.startedAt()));
        append(operation);
    }

    /** The stack as it would be after one more operation. */
    RehearsedStack with(Operation operation) {
        RehearsedStack after = new RehearsedStack(place, name, id, terminationProtection, operations);
        after.append(operation);
        return after;
    }

    private void append(Operation operation) {
        events.add(new Events(name, id, operation, operations.size()).list());
        operations.add(operation);
    }

    StackStatus statusAt(Instant now) {
        return operations.getLast().phaseAt(now).status();
    }

    /** What was asked for last. */
    StackRequest request() {
        return operations.getLast().request();
    }

    /** The resources that the stack holds, by logical id, in the order in which they came. */
    Map<String, Live> resourcesAt(Instant now) {
        return fold(operations, now);
    }

    /** The resources as the last operation that succeeded left them. */
    Map<String, Live> lastStable(Instant now) {
        int stable = operations.size();
        while (stable > 0 && !operations.get(stable - 1).succeededAt(now)) {
            stable--;
        }
        return fold(operations.subList(0, stable), now);
    }

    /** What deletions left in the account on purpose. */
    List<Live> retainedAt(Instant now) {
        return removals(Step.Act.RETAIN, now);
    }

    /** What was deleted after a snapshot. */
    List<Live> snapshotsAt(Instant now) {
        return removals(Step.Act.SNAPSHOT_AND_DELETE, now);
    }

    List<StackEvent> eventsAt(Instant now) {
        return events.stream()
                .flatMap(List::stream)
                .filter(e -> !e.at().isAfter(now))
                .toList();
    }

    StackView viewAt(Instant now) {
        Operation last = operations.getLast();
        Phase phase = last.phaseAt(now);
        return new StackView(
                name,
                id,
                phase.status(),
                phase.reason(),
                outputsAt(now),
                last.request().tags(),
                terminationProtection,
                last.startedAt());
    }

    private Map<String, String> outputsAt(Instant now) {
        return operations.stream()
                .filter(o -> o.succeededAt(now))
                .map(Operation::outputs)
                .reduce(Map.of(), (a, b) -> b);
    }

    private List<Live> removals(Step.Act act, Instant now) {
        return operations.stream()
                .flatMap(o -> o.steps().stream())
                .filter(s -> s.act() == act && s.doneAt(now))
                .map(s -> Live.of(Origin.of(this), s, now))
                .toList();
    }

    private Map<String, Live> fold(List<Operation> history, Instant now) {
        Map<String, Live> resources = new LinkedHashMap<>();
        history.stream()
                .flatMap(o -> o.steps().stream().sorted(Comparator.comparing(Step::from)))
                .filter(s -> s.startedAt(now))
                .forEach(s -> apply(s, resources, now));
        return resources;
    }

    private void apply(Step step, Map<String, Live> resources, Instant now) {
        if (step.act() == Step.Act.CREATE) {
            resources.put(step.logicalId(), Live.of(Origin.of(this), step, now));
        } else if (step.act().removes()) {
            resources.computeIfPresent(step.logicalId(), (id, live) -> removed(live, step, now));
        } else {
            resources.computeIfPresent(step.logicalId(), (id, live) -> changed(live, step, now));
        }
    }

    private static Live changed(Live live, Step step, Instant now) {
        return step.doneAt(now) ? live.updated(step, "UPDATE_COMPLETE") : live.withStatus(step.statusAt(now));
    }

    /** The clean-up of a resource that was replaced leaves the new one alone. */
    private static Live removed(Live live, Step step, Instant now) {
        if (!live.physicalId().equals(step.physicalId())) {
            return live;
        }
        return step.doneAt(now) ? null : live.withStatus(step.statusAt(now));
    }
}
