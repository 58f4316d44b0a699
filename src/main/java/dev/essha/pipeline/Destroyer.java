package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    private final Patience patience;
    private final EventLog log;
    private final Cancellation cancellation = new Cancellation();

    /**
     * @param language of what it says; English where there is no translation
     * @param listener is handed one event after the other, from changing threads; what it does holds up the run
     */
    public Destroyer(Cloud cloud, Time time, Patience patience, Locale language, Consumer<Event> listener) {
        this.cloud = cloud;
        this.time = time;
        this.patience = patience;
        this.log = new EventLog(time, Sentences.in(language), listener);
    }

    /**
     * Looks at the account for what would go and what would stay, and touches nothing.
     *
     * @param blueprint gives the order; a stack whose stage is not in it is found by its tag
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public DestroyPlan list(Blueprint blueprint, boolean deleteData) {
        Target.check(blueprint.plan().plan(), cloud.identity());
        return new DestroySurvey(cloud, blueprint, log.wording()).plan(deleteData);
    }

    /**
     * Takes down what was listed. Failures of stages are events, as is everything that is left behind.
     *
     * @throws CloudException before the first event, where nobody is signed in
     */
    public Event.Outcome destroy(DestroyPlan plan) {
        Run run = Run.of(
                cloud, time, log, cancellation, patience, cloud.identity().account());
        Instant start = time.now();
        DestroyGraph graph = new DestroyGraph(plan);
        announce(plan, graph);
        tell(plan);
        Event.Outcome outcome = new Scheduler(
                        graph.order(),
                        stage -> new StageRemoval(new StageContext(stage, run), plan, graph).run(),
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

    /** In the words in which the plan was listed. */
    private void tell(DestroyPlan plan) {
        plan.foreign()
                .forEach(f -> log.add((n, at) -> new Event.LeftBehind(n, at, f.stage(), f.what(), f.name(), f.why())));
        plan.unseen().forEach(u -> log.add((n, at) -> new Event.Noted(n, at, u.stage(), u.what())));
    }

    private void announce(DestroyPlan plan, DestroyGraph graph) {
        List<Event.Announced> stages = graph.announced();
        log.add((n, at) -> new Event.RunStarted(
                n, at, Event.Operation.DESTROY, plan.deployment().value(), cloud.kind(), stages));
    }
}
