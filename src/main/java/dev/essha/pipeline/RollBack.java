package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.plan.DeploymentName;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Takes a stage whose last change failed back to where it stood before, a creation that failed to nothing. A later install
 * goes on from there.
 *
 * <p>Good for one run.
 */
public final class RollBack {

    private final Cloud cloud;
    private final Time time;
    private final Patience patience;
    private final EventLog log;
    private final Cancellation cancellation = new Cancellation();

    /**
     * @param language of what it says; English where there is no translation
     * @param listener is handed one event after the other, from changing threads; what it does holds up the run
     */
    public RollBack(Cloud cloud, Time time, Patience patience, Locale language, Consumer<Event> listener) {
        this.cloud = cloud;
        this.time = time;
        this.patience = patience;
        this.log = new EventLog(time, Sentences.in(language), listener);
    }

    /**
     * Looks at what would be done, and touches nothing.
     *
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public RollBackPlan look(Blueprint blueprint, StageId stage) {
        Target.check(blueprint.plan().plan(), cloud.identity());
        return new RollBackSurvey(cloud, blueprint, log.wording()).plan(stage);
    }

    /**
     * Does what was looked at. That it fails is an event.
     *
     * @param plan a removal or a restoration
     * @throws CloudException before the first event, where nobody is signed in
     */
    public Event.Outcome run(RollBackPlan plan) {
        return switch (plan) {
            case RollBackPlan.Removal removal ->
                run(
                        removal.deployment(),
                        removal.stage(),
                        removal.doomed().resources().size(),
                        Expectation.slowest(removal.doomed().resources()),
                        context -> new StageRollBack(context).remove(removal));
            case RollBackPlan.Restoration restoration ->
                run(
                        restoration.deployment(),
                        restoration.stage(),
                        restoration.resources(),
                        Expectation.slowest(cloud.stacks(restoration.region())
                                .resources(restoration.stack().id())),
                        context -> new StageRollBack(context).restore(restoration));
            case RollBackPlan.Nothing _, RollBackPlan.Refused _ ->
                throw new IllegalArgumentException("nothing to roll back: " + plan);
        };
    }

    /** As {@link Installer#cancel()}. */
    public void cancel() {
        cancellation.request();
    }

    private interface Work {
        StageResult run(StageContext context) throws InterruptedException;
    }

    private Event.Outcome run(DeploymentName deployment, StageId stage, int resources, Duration expected, Work work) {
        Run run = Run.of(
                cloud, time, log, cancellation, patience, cloud.identity().account());
        Instant start = time.now();
        Event.Announced announced = new Event.Announced(stage, List.of(), resources, expected);
        log.add((n, at) -> new Event.RunStarted(
                n, at, Event.Operation.ROLL_BACK, deployment.value(), cloud.kind(), List.of(announced)));
        Event.Outcome outcome = new Scheduler(
                        only(stage),
                        s -> orGoesOn(work, new StageContext(s, run)),
                        Advice.OF_ROLL_BACK,
                        log,
                        cancellation)
                .run();
        log.add((n, at) -> new Event.RunFinished(n, at, outcome, Duration.between(start, at)));
        return outcome;
    }

    private static StageResult orGoesOn(Work work, StageContext context) {
        try {
            return work.run(context);
        } catch (InterruptedException e) {
            return new StageResult.Stopped(Phrase.of("stopped.goes-on"));
        }
    }

    private static Graph only(StageId stage) {
        SequencedMap<StageId, SortedSet<StageId>> after = new LinkedHashMap<>();
        after.put(stage, Collections.emptySortedSet());
        return new Graph(after);
    }
}
