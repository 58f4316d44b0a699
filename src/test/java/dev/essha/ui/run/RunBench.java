package dev.essha.ui.run;

import dev.essha.application.Archive;
import dev.essha.application.LocalStore;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.cloud.rehearsal.RehearsedSignIns;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Jitter;
import dev.essha.pipeline.Time;
import dev.essha.plan.AccountId;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import dev.essha.secrecy.Redaction;
import dev.essha.survey.Survey;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.NoDesktop;
import dev.essha.ui.wizard.UiTools;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Background;
import dev.essha.ui.work.Beat;
import dev.essha.ui.work.Timers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.application.Platform;

/** A run model with everything around it in the hands of the test: the window's thread, its beat, the clock, the job. */
final class RunBench {

    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    final Deque<Runnable> work = new ArrayDeque<>();
    final List<Throwable> unhandled = new ArrayList<>();
    final List<String> kept = new ArrayList<>();
    final Clock clock = new Clock();
    final Wizard wizard;
    final RunModel model;
    Optional<RuntimeException> diskFailure = Optional.empty();
    boolean hasHostedZone = true;
    private Runnable beat = () -> {};
    private boolean beating;

    RunBench() {
        wizard = wizard(new Background(work::add, Runnable::run, unhandled::add));
        model = new RunModel(wizard, beat());
    }

    private RunBench(Background background, Beat beat) {
        wizard = wizard(background);
        model = new RunModel(wizard, beat);
    }

    /** With the toolkit's own thread and timers. */
    static RunBench onTheToolkit() {
        return new RunBench(
                new Background(Thread::startVirtualThread, Platform::runLater, Throwable::printStackTrace),
                Timers.beat());
    }

    private Wizard wizard(Background background) {
        return new Wizard(tools(), new Words(Locale.ENGLISH), background, new Draft(Draft.first()));
    }

    /** Moves only when it is told to. */
    static final class Clock implements Time, InstantSource {

        private Instant now = START;

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public synchronized void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }

    /** The window looks. */
    void beats() {
        if (beating) {
            beat.run();
        }
    }

    boolean beating() {
        return beating;
    }

    /** Lets the background do what it was given, to its end. */
    void works() {
        work.remove().run();
    }

    void worksAll() {
        while (!work.isEmpty()) {
            works();
        }
    }

    RunOrder order() {
        return new RunOrder(venue(), ValidPlan.of(Draft.first()), InstallOptions.DEFAULT);
    }

    static Venue venue() {
        return Venue.rehearsal(Places.Choice.passing(600));
    }

    static Event.RunStarted started(StageId... stages) {
        List<Event.Announced> announced = new ArrayList<>();
        for (StageId stage : stages) {
            announced.add(new Event.Announced(stage, List.of(), 10, Duration.ofMinutes(10)));
        }
        return new Event.RunStarted(1, START, Event.Operation.INSTALL, "ess", Cloud.Kind.REHEARSAL, announced);
    }

    static Event.ResourceChanged settled(long sequence, StageId stage, String resource) {
        return new Event.ResourceChanged(
                sequence,
                START.plusMillis(sequence),
                stage,
                resource,
                "AWS::EC2::Subnet",
                "subnet-1",
                Event.ResourceState.COMPLETE,
                "");
    }

    /** Does what a test says, with the listener in hand. */
    static final class Script implements Job {

        private final Consumer<Consumer<Event>> script;
        private final RunEnd end;
        int cancelled;

        Script(Event.Outcome outcome, Consumer<Consumer<Event>> script) {
            this.end = new RunEnd.Finished(outcome);
            this.script = script;
        }

        @Override
        public Event.Operation operation() {
            return Event.Operation.INSTALL;
        }

        @Override
        public RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) {
            script.accept(listener);
            return end;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    }

    private Beat beat() {
        return (_, action) -> {
            beat = action;
            beating = true;
            return () -> beating = false;
        };
    }

    private UiTools tools() {
        return new UiTools(
                this::session,
                RehearsedSignIns.of(new AccountId("111122223333"), clock, Duration.ZERO),
                new Survey(() -> "essha-test"),
                new Kept(),
                new Forgetful(),
                new NoDesktop(),
                clock,
                _ -> Path.of("log"));
    }

    private Places.Session session(Plan plan, Places.Choice choice) {
        RehearsalSettings bare = RehearsalSettings.of(new AccountId("111122223333"), plan.region(), clock);
        RehearsalSettings settings = hasHostedZone
                ? bare.withHostedZoneFor(plan.domain().name(), plan.domain().hostedZoneId())
                : bare;
        RehearsalCloud cloud = RehearsalCloud.open(settings);
        return new Places.Session(cloud, cloud.signedIn(), clock, Jitter.NONE);
    }

    private final class Kept implements Archive {

        @Override
        public Consumer<String> run(String deployment, String operation) {
            return line -> {
                diskFailure.ifPresent(failure -> {
                    throw failure;
                });
                kept.add(line);
            };
        }

        @Override
        public List<Path> runs(String deployment) {
            return List.of();
        }

        @Override
        public Optional<Path> log() {
            return Optional.empty();
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>();
        }

        @Override
        public Redaction redaction() {
            return new Redaction(List.of());
        }
    }

    private static final class Forgetful implements LocalStore {

        @Override
        public Optional<String> read(Item item) {
            return Optional.empty();
        }

        @Override
        public void write(Item item, String text) {
            // Nothing is kept.
        }

        @Override
        public void remove(Item item) {
            // There is nothing.
        }
    }
}
