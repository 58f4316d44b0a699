package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.cloud.TypicalTimes;
import dev.essha.plan.DeploymentName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CloudFormation for {@link Sketch}: makes one resource after the other, in its typical time, and can be put into any
 * state beforehand.
 */
final class FakeStacks implements Stacks {

    private final VirtualTime time;
    private final Map<String, Entry> byName = new TreeMap<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<String, Deque<String>> faults = new HashMap<>();
    private final Map<String, List<ResourceChange>> proposals = new HashMap<>();
    private final Map<String, List<ResourceDrift>> drifts = new HashMap<>();
    private final Map<String, List<ResourceChange>> repairs = new HashMap<>();
    private final Map<String, String> undeletable = new HashMap<>();
    Optional<CloudFailure> driftFailure = Optional.empty();
    final List<String> calls = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final Deque<CloudFailure> failures = new ArrayDeque<>();
    /** What the next executions answer although they have begun. */
    final Deque<CloudFailure> lostAnswers = new ArrayDeque<>();

    /** What the next roll back answers although it has begun. */
    Optional<CloudFailure> lostRollBack = Optional.empty();

    /** What whoever looks at the region is answered; empty where it is open. */
    Optional<CloudFailure> closed = Optional.empty();

    private final Set<String> executed = new HashSet<>();
    private String refusal = "";
    /** How much time a look at a stack's status takes: whatever happens meanwhile is in no event read before. */
    Duration look = Duration.ZERO;

    private int ids;

    FakeStacks(VirtualTime time) {
        this.time = time;
    }

    /** A stack with all that was ever said about it, some of it in the future. */
    private static final class Entry {
        final String name;
        final String id;
        final List<StackEvent> events = new ArrayList<>();
        Map<String, String> tags = Map.of();
        String asked = "";
        String standing = "";
        boolean protection;

        Entry(String name, String id) {
            this.name = name;
            this.id = id;
        }
    }

    /** Puts a stack there as an earlier run, or somebody else, has left it. */
    synchronized void put(Work.Stack work, StackStatus status) {
        put(work, status, Duration.ZERO, status);
    }

    /** Puts a stack there that becomes something else later. */
    synchronized void put(Work.Stack work, StackStatus status, Duration later, StackStatus then) {
        Entry entry = create(work.name());
        entry.tags = work.tags();
        entry.standing = then.succeeded() ? work.templateBody() : "";
        entry.asked = work.templateBody();
        add(entry, time.now(), entry.name, "AWS::CloudFormation::Stack", status.name(), "");
        if (!later.isZero()) {
            add(entry, time.now().plus(later), entry.name, "AWS::CloudFormation::Stack", then.name(), "");
        }
    }

    synchronized void foreign(String name) {
        foreign(name, "CREATE_COMPLETE");
    }

    synchronized void foreign(String name, String status) {
        add(create(name), time.now(), name, "AWS::CloudFormation::Stack", status, "");
    }

    /** No change set is executed any more. */
    synchronized void refuseExecution(String reason) {
        refusal = reason;
    }

    /** Something happens to a stack later that only events tell of. */
    synchronized void later(String name, Duration later, String status) {
        add(byName.get(name), time.now().plus(later), name, "AWS::CloudFormation::Stack", status, "");
    }

    /** The next creation or deletion of a resource fails. */
    synchronized void fail(String logicalId, String reason) {
        faults.computeIfAbsent(logicalId, _ -> new ArrayDeque<>()).add(reason);
    }

    /** What an update does not need any more cannot be deleted in the end. */
    synchronized void undeletable(String logicalId, String reason) {
        undeletable.put(logicalId, reason);
    }

    /** What the next change set of a stack says. */
    synchronized void propose(String stackName, ResourceChange... changes) {
        proposals.put(stackName, List.of(changes));
    }

    @Override
    public synchronized String template(String stackId) {
        return byId.get(stackId).standing;
    }

    @Override
    public synchronized Optional<StackView> find(String nameOrId) {
        time.pass(look);
        Entry entry = byId.getOrDefault(nameOrId, byName.get(nameOrId));
        return Optional.ofNullable(entry)
                .map(this::view)
                .filter(v -> nameOrId.equals(v.id()) || v.status() != StackStatus.DELETE_COMPLETE);
    }

    @Override
    public synchronized List<StackView> ofDeployment(DeploymentName deployment) {
        closed.ifPresent(failure -> {
            throw new CloudException(failure);
        });
        return byName.values().stream()
                .map(this::view)
                .filter(v -> v.status() != StackStatus.DELETE_COMPLETE)
                .filter(v -> deployment.value().equals(v.tags().get(StackTags.DEPLOYMENT)))
                .toList();
    }

    @Override
    public Proposal propose(StackRequest request) {
        return propose(request, "once-" + ++ids);
    }

    @Override
    public synchronized Proposal proposeRepair(StackRequest request, String token) {
        call("proposeRepair", request.stackName());
        Entry entry = byName.get(request.stackName());
        List<ResourceChange> changes = repairs.getOrDefault(entry.name, List.of());
        return new Proposal(entry.name, entry.id, changes.isEmpty() ? "" : "repair-" + ++ids, false, false, changes);
    }

    @Override
    public synchronized Proposal propose(StackRequest request, String token) {
        tokens.add(token);
        call("propose", request.stackName());
        Optional<StackView> standing = find(request.stackName());
        boolean creates = standing.map(StackView::status)
                .map(StackStatus.REVIEW_IN_PROGRESS::equals)
                .orElse(true);
        Entry entry = standing.isEmpty() ? create(request.stackName()) : byName.get(request.stackName());
        if (standing.isEmpty()) {
            add(entry, time.now(), entry.name, "AWS::CloudFormation::Stack", "REVIEW_IN_PROGRESS", "");
        }
        entry.tags = request.tags();
        entry.asked = request.templateBody();
        List<ResourceChange> changes = proposals.getOrDefault(entry.name, additions(entry));
        return new Proposal(entry.name, entry.id, changes.isEmpty() ? "" : "change-" + ++ids, creates, false, changes);
    }

    @Override
    public synchronized void execute(Proposal proposal) {
        call("execute", proposal.stackName());
        if (!refusal.isEmpty()) {
            throw new CloudException(new CloudFailure.NotFound("cloudformation:ExecuteChangeSet", refusal));
        }
        if (!executed.add(proposal.changeSetId())) {
            throw new CloudException(
                    new CloudFailure.NotFound("cloudformation:ExecuteChangeSet", "no such change set"));
        }
        if (proposal.changeSetId().startsWith("repair-")) {
            drifts.remove(proposal.stackName());
            repairs.remove(proposal.stackName());
        }
        start(proposal);
        if (!lostAnswers.isEmpty()) {
            throw new CloudException(lostAnswers.remove());
        }
    }

    private void start(Proposal proposal) {
        Entry entry = byName.get(proposal.stackName());
        String verb = entry.standing.isEmpty() ? "CREATE" : "UPDATE";
        add(entry, time.now(), entry.name, "AWS::CloudFormation::Stack", verb + "_IN_PROGRESS", "User Initiated");
        Instant at = time.now();
        boolean failed = false;
        for (ResourceChange change : proposal.changes()) {
            String stuck = undeletable.get(change.logicalId());
            if (stuck != null) {
                add(entry, at, change.logicalId(), change.type(), "DELETE_FAILED", stuck);
                continue;
            }
            add(entry, at, change.logicalId(), change.type(), verb + "_IN_PROGRESS", "");
            at = at.plus(TypicalTimes.creation(change.type()));
            failed |= end(entry, at, change, verb, failed);
        }
        entry.standing = failed ? entry.standing : entry.asked;
        add(
                entry,
                at,
                entry.name,
                "AWS::CloudFormation::Stack",
                failed && !proposal.keepsWhatWasMade()
                        ? "UPDATE_ROLLBACK_COMPLETE"
                        : verb + (failed ? "_FAILED" : "_COMPLETE"),
                failed ? "The following resource(s) failed to create" : "");
    }

    private boolean end(Entry entry, Instant at, ResourceChange change, String verb, boolean cancelled) {
        Deque<String> reasons = faults.getOrDefault(change.logicalId(), new ArrayDeque<>());
        String reason = cancelled ? "Resource creation cancelled" : reasons.isEmpty() ? "" : reasons.remove();
        String status = verb + (reason.isEmpty() ? "_COMPLETE" : "_FAILED");
        add(entry, at, change.logicalId(), change.type(), status, reason);
        return !reason.isEmpty();
    }

    @Override
    public synchronized void discard(Proposal proposal) {
        call("discard", proposal.stackName());
    }

    @Override
    public synchronized List<StackEvent> events(String stackId, Optional<String> afterEventId) {
        List<StackEvent> past = byId.get(stackId).events.stream()
                .filter(e -> !e.at().isAfter(time.now()))
                .toList();
        int seen = afterEventId
                .map(id -> past.stream().map(StackEvent::id).toList().indexOf(id) + 1)
                .orElse(0);
        return past.subList(seen, past.size());
    }

    @Override
    public synchronized Optional<String> lastEvent(String stackId) {
        return events(stackId, Optional.empty()).reversed().stream()
                .map(StackEvent::id)
                .findFirst();
    }

    @Override
    public synchronized List<StackResource> resources(String stackNameOrId) {
        Entry entry = byId.getOrDefault(stackNameOrId, byName.get(stackNameOrId));
        return entry.asked
                .lines()
                .map(Sketch::resource)
                .map(r -> new StackResource(r.logicalId(), physicalId(r.logicalId()), r.type(), "CREATE_COMPLETE"))
                .toList();
    }

    @Override
    public synchronized void protect(String stackName, boolean on) {
        call(on ? "protect" : "unprotect", stackName);
        byName.get(stackName).protection = on;
    }

    @Override
    public synchronized void delete(String stackId) {
        Entry entry = byId.get(stackId);
        call("delete", entry.name);
        add(entry, time.now(), entry.name, "AWS::CloudFormation::Stack", "DELETE_IN_PROGRESS", "User Initiated");
        Instant end = time.now().plusSeconds(30);
        Optional<StackResource> stuck = resources(stackId).stream()
                .filter(r ->
                        !faults.getOrDefault(r.logicalId(), new ArrayDeque<>()).isEmpty())
                .findFirst();
        if (stuck.isPresent()) {
            String reason = faults.get(stuck.get().logicalId()).remove();
            add(entry, end, stuck.get().logicalId(), stuck.get().type(), "DELETE_FAILED", reason);
            add(entry, end, entry.name, "AWS::CloudFormation::Stack", "DELETE_FAILED", "failed to delete");
            return;
        }
        resources(stackId).forEach(r -> add(entry, end, r.logicalId(), r.type(), "DELETE_COMPLETE", ""));
        add(entry, end, entry.name, "AWS::CloudFormation::Stack", "DELETE_COMPLETE", "");
    }

    @Override
    public synchronized void rollBack(String stackName) {
        Entry entry = byName.get(stackName);
        call("rollBack", stackName);
        if (view(entry).status().inProgress()) {
            lostRollBack = Optional.empty();
            throw new CloudException(new CloudFailure.Conflict("cloudformation:RollbackStack", "in progress"));
        }
        add(entry, time.now(), stackName, "AWS::CloudFormation::Stack", "UPDATE_ROLLBACK_IN_PROGRESS", "");
        boolean stood = entry.events.stream().noneMatch(e -> e.status().equals("CREATE_FAILED"));
        Instant end = time.now().plusSeconds(30);
        String ended = stood ? "UPDATE_ROLLBACK_COMPLETE" : "ROLLBACK_COMPLETE";
        add(entry, end, stackName, "AWS::CloudFormation::Stack", ended, "");
        lostRollBack.ifPresent(failure -> {
            throw new CloudException(failure);
        });
    }

    /** All that happened to the last stack of a name, deleted ones included. */
    synchronized List<StackEvent> history(String stackName) {
        return List.copyOf(byName.get(stackName).events);
    }

    private void call(String verb, String stackName) {
        calls.add(verb + " " + stackName);
        if (!failures.isEmpty()) {
            throw new CloudException(failures.remove());
        }
    }

    private Entry create(String name) {
        Entry entry = new Entry(name, "arn:aws:cloudformation:::stack/" + name + "/" + ++ids);
        byName.put(name, entry);
        byId.put(entry.id, entry);
        return entry;
    }

    private void add(Entry entry, Instant at, String logicalId, String type, String status, String reason) {
        String physicalId = logicalId.equals(entry.name) ? entry.id : physicalId(logicalId);
        entry.events.add(new StackEvent("event-" + ++ids, at, logicalId, physicalId, type, status, reason));
    }

    private static String physicalId(String logicalId) {
        return logicalId.toLowerCase(java.util.Locale.ROOT) + "-1";
    }

    private List<ResourceChange> additions(Entry entry) {
        List<String> standing = entry.standing.lines().toList();
        return entry.asked
                .lines()
                .filter(line -> !standing.contains(line))
                .map(Sketch::resource)
                .map(r -> new ResourceChange(
                        ResourceChange.Action.ADD,
                        r.logicalId(),
                        r.type(),
                        "",
                        ResourceChange.Replacement.NO,
                        List.of()))
                .toList();
    }

    private StackView view(Entry entry) {
        StackEvent last = events(entry.id, Optional.empty()).stream()
                .filter(e -> e.logicalId().equals(entry.name))
                .reduce((_, later) -> later)
                .orElseThrow();
        StackStatus status = StackStatus.valueOf(last.status().replace("IMPORT_", "UPDATE_"));
        return new StackView(
                entry.name,
                entry.id,
                status,
                last.reason(),
                status.succeeded() ? outputs(entry) : Map.of(),
                entry.tags,
                entry.protection,
                last.at());
    }

    /** Target groups are handed out as they are in the stack; whatever else is, under its name. */
    private static Map<String, String> outputs(Entry entry) {
        Map<String, String> outputs = new TreeMap<>();
        Arrays.stream(Output.values())
                .filter(o -> o.producer().label().equals(entry.tags.get(StackTags.STAGE)))
                .forEach(o -> outputs.put(o.key(), o.key() + "-value"));
        String groups = entry.standing
                .lines()
                .map(Sketch::resource)
                .filter(r -> r.type().equals(ResourceKind.TARGET_GROUP))
                .map(r -> physicalId(r.logicalId()))
                .collect(Collectors.joining(","));
        if (!groups.isEmpty()) {
            outputs.put(Output.TARGET_GROUP_ARNS.key(), groups);
        }
        return outputs;
    }

    /** What was changed by hand in a stack, and what the change set that puts it back says. */
    synchronized void drift(String stackName, List<ResourceDrift> drift, ResourceChange... repair) {
        drifts.put(stackName, drift);
        repairs.put(stackName, List.of(repair));
    }

    @Override
    public synchronized List<ResourceDrift> drift(String stackId) {
        driftFailure.ifPresent(failure -> {
            throw new CloudException(failure);
        });
        return drifts.getOrDefault(byId.get(stackId).name, List.of());
    }
}
