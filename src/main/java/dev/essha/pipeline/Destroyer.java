package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackResource;
import dev.essha.inventory.Data.Kept;
import dev.essha.plan.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Takes a deployment down: only what carries its tag, each stack after all that hang on it. What holds data stays and is
 * named, unless its deletion is asked for; then what an earlier destroy left goes, too.
 *
 * <p>Good for one run.
 */
public final class Destroyer {

    private final Cloud cloud;
    private final Time time;
    private final EventLog log;
    private final Cancellation cancellation = new Cancellation();

    /** @param listener is handed one event after the other, from changing threads; what it does holds up the run */
    public Destroyer(Cloud cloud, Time time, Consumer<Event> listener) {
        this.cloud = cloud;
        this.time = time;
        this.log = new EventLog(time, listener);
    }

    /**
     * Looks at the account for what would go and what would stay, and touches nothing.
     *
     * @param blueprint gives the order; a stack whose stage is not in it is found by its tag
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public DestroyPlan list(Blueprint blueprint, boolean deleteData) {
        Target.check(blueprint.plan().plan(), cloud.identity());
        return new DestroySurvey(cloud, blueprint).plan(deleteData);
    }

    /** Takes down what was listed. Failures of stages are events, as is everything that is left behind. */
    public Event.Outcome destroy(DestroyPlan plan) {
        Instant start = time.now();
        announce(plan);
        plan.foreign().forEach(f -> context(f.stage()).leftBehind("stack", f.stackName(), f.why()));
        plan.unseen().ifPresent(what -> log.note(StageId.STORAGE, what));
        Event.Outcome outcome =
                new Scheduler(graph(plan), stage -> remove(plan, stage), Advice.OF_DESTROY, log, cancellation).run();
        log.add((n, at) -> new Event.RunFinished(n, at, outcome, Duration.between(start, at)));
        return outcome;
    }

    /** As {@link Installer#cancel()}. */
    public void cancel() {
        cancellation.request();
    }

    private StageResult remove(DestroyPlan plan, StageId stage) throws InterruptedException {
        StageContext context = context(stage);
        Leftovers leftovers = new Leftovers(context, plan.deleteData());
        Optional<DestroyPlan.Doomed> doomed = doomed(plan, stage);
        if (doomed.isPresent()) {
            StageResult result = new StackRemoval(context, plan.deployment(), doomed.get()).run();
            if (!(result instanceof StageResult.Completed)) {
                return result;
            }
            afterwards(doomed.get(), leftovers, new ResourceNames(plan.deployment()));
        }
        List<Kept> remains = remains(plan, stage);
        leftovers.of(remains);
        boolean removed = plan.deleteData() && !remains.isEmpty();
        return new StageResult.Completed(doomed.isPresent() || removed, Map.of());
    }

    private static void afterwards(DestroyPlan.Doomed doomed, Leftovers leftovers, ResourceNames names)
            throws InterruptedException {
        leftovers.of(doomed);
        if (doomed.stage() == StageId.SECURITY) {
            leftovers.secrets(secretPrefixes(names));
        }
    }

    private static List<String> secretPrefixes(ResourceNames names) {
        return List.of(names.prefix() + "/", names.kafkaSecret());
    }

    private void announce(DestroyPlan plan) {
        List<Event.Announced> stages = graph(plan).after().entrySet().stream()
                .map(e -> announced(plan, e.getKey(), List.copyOf(e.getValue())))
                .toList();
        log.add((n, at) -> new Event.RunStarted(
                n, at, Event.Operation.DESTROY, plan.deployment().value(), cloud.kind(), stages));
    }

    /** Deleting takes about as long as creating the slowest resource: that is what the others wait for. */
    private static Event.Announced announced(DestroyPlan plan, StageId stage, List<StageId> after) {
        List<StackResource> resources =
                doomed(plan, stage).map(DestroyPlan.Doomed::resources).orElse(List.of());
        int count = resources.size() + remains(plan, stage).size();
        return new Event.Announced(stage, after, count, Expectation.slowest(resources));
    }

    private static Graph graph(DestroyPlan plan) {
        SequencedMap<StageId, SortedSet<StageId>> after = new LinkedHashMap<>();
        plan.stacks().forEach(d -> after.put(d.stage(), d.after()));
        plan.remains().forEach(r -> after.put(r.stage(), r.after()));
        return new Graph(after);
    }

    private static Optional<DestroyPlan.Doomed> doomed(DestroyPlan plan, StageId stage) {
        return plan.stacks().stream().filter(d -> d.stage() == stage).findFirst();
    }

    private static List<Kept> remains(DestroyPlan plan, StageId stage) {
        return plan.remains().stream()
                .filter(r -> r.stage() == stage)
                .flatMap(r -> r.kept().stream())
                .toList();
    }

    private StageContext context(StageId stage) {
        return new StageContext(stage, cloud, new CancellableTime(time, cancellation), log, cancellation);
    }
}
