package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a deployment down: only what carries its tag, each stack after all that hang on it. What holds data stays and is
 * named, unless its deletion is asked for; then what an earlier destroy left goes, too. A VPC that was there before stays.
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
        DestroyGraph graph = new DestroyGraph(plan);
        announce(plan, graph);
        plan.foreign().forEach(f -> context(f.stage()).leftBehind(f.what(), f.name(), f.why()));
        plan.unseen().forEach(unseen -> log.note(unseen.stage(), unseen.what()));
        Event.Outcome outcome = new Scheduler(
                        graph.order(),
                        stage -> new StageRemoval(context(stage), plan, graph).run(),
                        Advice.OF_DESTROY,
                        log,
                        cancellation)
                .run();
        log.add((n, at) -> new Event.RunFinished(n, at, outcome, Duration.between(start, at)));
        return outcome;
    }

    /** As {@link Installer#cancel()}. */
    public void cancel() {
        cancellation.request();
    }

    private void announce(DestroyPlan plan, DestroyGraph graph) {
        List<Event.Announced> stages = graph.announced();
        log.add((n, at) -> new Event.RunStarted(
                n, at, Event.Operation.DESTROY, plan.deployment().value(), cloud.kind(), stages));
    }

    private StageContext context(StageId stage) {
        return new StageContext(stage, cloud, new CancellableTime(time, cancellation), log, cancellation);
    }
}
