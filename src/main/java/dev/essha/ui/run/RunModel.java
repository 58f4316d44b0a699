package dev.essha.ui.run;

import dev.essha.application.KeptRun;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Identity;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.RollBackPlan;
import dev.essha.pipeline.RunState;
import dev.essha.plan.Plan;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Beat;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The run of this window: starts it in the background, in a session of its own, and shows the newest of it ten times a
 * second at most, however many events there are. Pages come and go; it stays.
 *
 * <p>No controls; to be used from the window's thread.
 */
public final class RunModel {

    private static final Duration BEAT = Duration.ofMillis(100);
    /** Some ten installs of the largest shape; the archive keeps all of them. */
    private static final int KEPT_EVENTS = 5_000;

    private final Wizard wizard;
    private final Beat beat;
    private final ReadOnlyObjectWrapper<RunView> view = new ReadOnlyObjectWrapper<>(RunView.NONE);
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<Event> readOnlyEvents = FXCollections.unmodifiableObservableList(events);
    private Optional<Current> current = Optional.empty();
    private Optional<Places.Session> session = Optional.empty();

    /** @param beat when the window looks for what is new */
    public RunModel(Wizard wizard, Beat beat) {
        this.wizard = wizard;
        this.beat = beat;
    }

    private record Current(RunOrder order, Job job, Collector collector, Runnable endOfBeat) {}

    /** The newest of it. */
    public ReadOnlyObjectProperty<RunView> view() {
        return view.getReadOnlyProperty();
    }

    /** The account that the run works in, to sign in to it again in mid-run; empty where nothing goes on. */
    public Optional<Places.Session> session() {
        return session;
    }

    /** The last events of the last run, oldest first. */
    public ObservableList<Event> events() {
        return readOnlyEvents;
    }

    /**
     * Installs, or goes on with an install.
     *
     * @param looked whether the person has seen what would stop it in this very plan and account; else it is looked for
     *     first
     * @throws IllegalStateException while another run goes on
     */
    public void install(RunOrder order, boolean looked) {
        start(order, new InstallJob(order.options(), looked, wizard.words().engineLocale()));
    }

    /** The same once more: it goes on from what stands. Whoever has signed in anew meanwhile does it. */
    public void again() {
        view.get().order().ifPresent(order -> install(order.in(venueNow(order.venue())), false));
    }

    private Venue venueNow(Venue last) {
        return wizard.venue()
                .get()
                .filter(now -> !last.isRehearsal() && now.isSameAccountAs(last))
                .orElse(last);
    }

    /**
     * Takes a deployment down.
     *
     * @param doomed what the person has seen listed
     */
    public void destroy(RunOrder order, DestroyPlan doomed) {
        start(order, new DestroyJob(doomed, wizard.words().engineLocale()));
    }

    /**
     * Takes a stage back to where it stood before.
     *
     * @param plan what the person has seen said of it
     */
    public void rollBack(RunOrder order, RollBackPlan plan) {
        start(order, new RollBackJob(plan, wizard.words().engineLocale()));
    }

    /** Asks to stop after what is in flight; asked again, at once. */
    public void cancel() {
        RunView now = view.get();
        switch (now.stand()) {
            case CHECKING, RUNNING -> stop(RunView.Stand.STOPPING);
            case STOPPING -> stop(RunView.Stand.LEAVING);
            case NONE, LEAVING, ENDED -> {
                // Nothing is left to stop.
            }
        }
    }

    /** Stops without waiting for anything. */
    public void leave() {
        cancel();
        cancel();
    }

    private void stop(RunView.Stand how) {
        RunView now = view.get();
        view.set(new RunView(now.order(), now.operation(), how, now.state(), now.awaited(), now.end()));
        current.orElseThrow().job().cancel();
    }

    void start(RunOrder order, Job job) {
        if (view.get().active()) {
            throw new IllegalStateException("a run goes on already");
        }
        events.clear();
        Collector collector = new Collector(KEPT_EVENTS);
        current = Optional.of(new Current(order, job, collector, beat.every(BEAT, this::look)));
        view.set(new RunView(
                Optional.of(order),
                job.operation(),
                RunView.Stand.CHECKING,
                RunState.initial(),
                new TreeMap<>(),
                Optional.empty()));
        wizard.started().set(true);
        wizard.background()
                .start(() -> run(order, job, collector), this::ended, failure -> ended(new RunEnd.Broken(failure)));
    }

    /**
     * In an account, the run has a session of its own. A rehearsed account is there once: whoever looks at it meanwhile
     * sees what the run does to it.
     */
    private RunEnd run(RunOrder order, Job job, Collector collector) throws Exception {
        if (order.venue().isRehearsal()) {
            return run(
                    order,
                    job,
                    collector,
                    wizard.session(order.venue(), order.plan().plan()));
        }
        try (Places.Session session =
                wizard.tools().places().open(order.plan().plan(), order.venue().choice())) {
            return run(order, job, collector, session);
        }
    }

    private RunEnd run(RunOrder order, Job job, Collector collector, Places.Session session) throws Exception {
        Optional<Identity> expected = order.venue().identity();
        Identity found = session.cloud().identity();
        if (expected.isPresent() && !expected.get().account().equals(found.account())) {
            return new RunEnd.OtherAccount(expected.get(), found);
        }
        collector.runsBy(session.time());
        wizard.background().onWindow(() -> this.session = Optional.of(session));
        Blueprint blueprint = Blueprint.of(order.plan());
        Consumer<Event> kept = KeptRun.of(wizard.tools().archive(), blueprint, job.operation());
        return job.run(blueprint, session, guarded(collector).andThen(guarded(kept)));
    }

    /** What listens must not end the run: after a failure it is left out, and the person is told. */
    private Consumer<Event> guarded(Consumer<Event> listener) {
        return new Consumer<>() {
            private boolean failed;

            @Override
            public void accept(Event event) {
                if (failed) {
                    return;
                }
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    failed = true;
                    wizard.background().onWindow(() -> {
                        throw e;
                    });
                }
            }
        };
    }

    private void look() {
        Collector.Drained drained = current.orElseThrow().collector().drain();
        RunState shown = view.get().state();
        boolean later = !shown.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(drained.state().now().truncatedTo(ChronoUnit.SECONDS));
        if (later || !drained.news().isEmpty()) {
            show(drained, Optional.empty());
        }
    }

    private void ended(RunEnd end) {
        Current run = current.orElseThrow();
        current = Optional.empty();
        session = Optional.empty();
        run.endOfBeat().run();
        show(run.collector().drain(), Optional.of(end));
        Venue where = run.order().venue();
        Plan plan = run.order().plan().plan();
        if (run.job().operation() != Event.Operation.INSTALL) {
            wizard.fell(where, plan);
        } else if (view.get().succeeded() && run.order().options().only().isEmpty()) {
            wizard.stands(where, plan);
        }
    }

    private void show(Collector.Drained drained, Optional<RunEnd> end) {
        keep(drained.news());
        RunView last = view.get();
        view.set(new RunView(
                last.order(),
                last.operation(),
                end.isPresent() ? RunView.Stand.ENDED : stand(last.stand(), drained.state()),
                drained.state(),
                drained.awaited(),
                end));
    }

    private static RunView.Stand stand(RunView.Stand last, RunState now) {
        return last == RunView.Stand.CHECKING && now.started().isPresent() ? RunView.Stand.RUNNING : last;
    }

    private void keep(List<Event> news) {
        events.addAll(news);
        if (events.size() > KEPT_EVENTS) {
            events.remove(0, events.size() - KEPT_EVENTS);
        }
    }
}
