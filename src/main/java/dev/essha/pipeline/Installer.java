package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    private final Patience patience;
    private final EventLog log;
    private final Cancellation cancellation = new Cancellation();

    /**
     * @param language of what it says; English where there is no translation
     * @param listener is handed one event after the other, from changing threads; what it does holds up the run
     */
    public Installer(Cloud cloud, Time time, Patience patience, Locale language, Consumer<Event> listener) {
        this.cloud = cloud;
        this.time = time;
        this.patience = patience;
        this.log = new EventLog(time, Sentences.in(language), listener);
    }

    /**
     * Installs, goes on with an install, or finds nothing to do. Failures of stages are events; a thread that is
     * interrupted stops waiting at once, and what CloudFormation is doing goes on in the account.
     *
     * @throws CloudException before the first event, where nobody is signed in or the plan is for another account or
     *     region
     */
    public Event.Outcome install(Blueprint blueprint, InstallOptions options) {
        Identity signedIn = cloud.identity();
        Target.check(blueprint.plan().plan(), signedIn);
        Run run = Run.of(cloud, time, log, cancellation, patience, signedIn.account());
        Graph graph = options.only()
                .map(only ->
                        Graph.of(blueprint).among(Set.of(blueprint.stage(only).id())))
                .orElseGet(() -> Graph.of(blueprint));
        Instant start = time.now();
        announce(blueprint, graph);
        Event.Outcome outcome;
        try (DriftWatch drift = drift(run, blueprint, graph, options)) {
            outcome = scheduler(run, blueprint, graph, options, drift).run();
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

    private static DriftWatch drift(Run run, Blueprint blueprint, Graph graph, InstallOptions options) {
        return options.lookForDrift() ? new DriftWatch(run, blueprint, graph.stages()) : new DriftWatch();
    }

    private Scheduler scheduler(Run run, Blueprint blueprint, Graph graph, InstallOptions options, DriftWatch drift) {
        Outputs outputs = new Outputs();
        return new Scheduler(
                graph,
                stage -> work(new StageContext(stage, run), blueprint, outputs, options, drift),
                Advice.OF_INSTALL,
                log,
                cancellation);
    }

    private StageResult work(
            StageContext context, Blueprint blueprint, Outputs outputs, InstallOptions options, DriftWatch drift)
            throws InterruptedException {
        Outputs known = options.only().isEmpty()
                ? outputs
                : context.retry().get(() -> new StandingStacks(cloud, blueprint).inputsOf(context.stage()));
        return new StageWork(blueprint, known).run(context, options, drift);
    }
}
