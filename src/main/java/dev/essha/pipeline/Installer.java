package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings an account to what a blueprint says, whatever stands there: nothing, a part, all of it, or the remains of an
 * attempt that was cut off. Keeps no state of its own: what exists is what CloudFormation says exists.
 *
 * <p>Good for one run. Stages that do not wait for each other run at the same time; one that fails stops only those that
 * hang on it.
 */
public final class Installer {

    private final Cloud cloud;
    private final Time time;
    private final EventLog log;
    private final Cancellation cancellation = new Cancellation();

    /** @param listener is handed one event after the other, from changing threads; what it does holds up the run */
    public Installer(Cloud cloud, Time time, Consumer<Event> listener) {
        this.cloud = cloud;
        this.time = time;
        this.log = new EventLog(time, listener);
    }

    /**
     * Installs, goes on with an install, or finds nothing to do. Failures of stages are events; a thread that is
     * interrupted stops waiting at once, and what CloudFormation is doing goes on in the account.
     *
     * @throws CloudException before the first event, where nobody is signed in or the plan is for another account or
     *     region
     */
    public Event.Outcome install(Blueprint blueprint, InstallOptions options) {
        Target.check(blueprint.plan().plan(), cloud.identity());
        Graph graph = options.only()
                .map(only ->
                        Graph.of(blueprint).among(Set.of(blueprint.stage(only).id())))
                .orElseGet(() -> Graph.of(blueprint));
        Instant start = time.now();
        announce(blueprint, graph);
        Event.Outcome outcome;
        try (DriftWatch drift = drift(blueprint, graph, options)) {
            outcome = scheduler(blueprint, graph, options, drift).run();
        }
        log.add((n, at) -> new Event.RunFinished(n, at, outcome, Duration.between(start, at)));
        return outcome;
    }

    /**
     * Asks to stop: nothing new is started, what is in flight is followed to its end. Asked a second time, nothing is
     * waited for. From any thread.
     */
    public void cancel() {
        cancellation.request();
    }

    private void announce(Blueprint blueprint, Graph graph) {
        List<Event.Announced> stages = blueprint.stages().stream()
                .filter(s -> graph.stages().contains(s.id()))
                .map(Expectation::announce)
                .toList();
        String deployment = blueprint.plan().plan().name().value();
        log.add((n, at) -> new Event.RunStarted(n, at, Event.Operation.INSTALL, deployment, cloud.kind(), stages));
    }

    private DriftWatch drift(Blueprint blueprint, Graph graph, InstallOptions options) {
        return options.lookForDrift() ? new DriftWatch(cloud, time, blueprint, graph.stages()) : new DriftWatch();
    }

    private Scheduler scheduler(Blueprint blueprint, Graph graph, InstallOptions options, DriftWatch drift) {
        Outputs outputs = new Outputs();
        return new Scheduler(
                graph, stage -> run(blueprint, stage, outputs, options, drift), Advice.OF_INSTALL, log, cancellation);
    }

    private StageResult run(
            Blueprint blueprint, StageId stage, Outputs outputs, InstallOptions options, DriftWatch drift)
            throws InterruptedException {
        StageContext context =
                new StageContext(stage, cloud, new CancellableTime(time, cancellation), log, cancellation);
        Outputs known = options.only().isEmpty()
                ? outputs
                : context.retry().get(() -> new StandingStacks(cloud, blueprint).inputsOf(stage));
        return new StageWork(blueprint, known).run(context, options, drift);
    }
}
