package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.ResourceLine;
import dev.essha.pipeline.RunState;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.StageState;
import dev.essha.pipeline.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A run in a terminal: a line for each stage with the resource it works on, and a bar, drawn anew in place. What must not
 * be missed (records to add, failures, what is left behind) is printed above and stays.
 */
final class LiveProgress implements Consumer<Event>, AutoCloseable {

    private static final int REDRAW_MILLIS = 200;
    private static final int BAR = 30;
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Console console;
    private final Time time;
    private final PlainProgress lasting;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private RunState state = RunState.initial();
    private int drawn;

    LiveProgress(Console console, Time time) {
        this.console = console;
        this.time = time;
        this.lasting = new PlainProgress(this::above);
        painter.scheduleAtFixedRate(this::tick, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void accept(Event event) {
        state = state.apply(event);
        if (mustStay(event)) {
            lasting.accept(event);
        }
    }

    @Override
    public void close() {
        painter.shutdownNow();
        synchronized (this) {
            redraw();
        }
    }

    private static boolean mustStay(Event event) {
        return switch (event) {
            case Event.RunStarted _,
                    Event.RecordsNeeded _,
                    Event.RecordsFound _,
                    Event.SignInNeeded _,
                    Event.SignedInAgain _,
                    Event.StageFailed _,
                    Event.DriftFound _,
                    Event.DriftLeft _,
                    Event.LeftBehind _,
                    Event.Noted _ -> true;
            default -> false;
        };
    }

    private synchronized void tick() {
        if (state.started().isPresent() && state.outcome().isEmpty()) {
            state = state.at(time.now());
            redraw();
        }
    }

    /** A line that stays. */
    synchronized void above(String line) {
        wipe();
        console.out().println(line);
        redraw();
    }

    private void redraw() {
        List<String> lines = lines();
        wipe();
        lines.forEach(l -> console.out().println(Spell.fit(l, console.width() - 1)));
        drawn = lines.size();
        console.out().flush();
    }

    private void wipe() {
        if (drawn > 0) {
            console.out().print("\u001b[" + drawn + "A\r" + CLEAR_BELOW);
            drawn = 0;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        state.stages().values().forEach(s -> lines.add(line(s)));
        if (state.started().isPresent()) {
            lines.add(bar());
        }
        return lines;
    }

    private String bar() {
        int full = (int) Math.round(state.bar() * BAR);
        String left = state.outcome().map(o -> Json.hyphenated(o.name())).orElseGet(this::left);
        return "[%s%s] %3d %%  %s, %s"
                .formatted(
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        (int) (state.bar() * 100),
                        Spell.clock(state.elapsed()),
                        left);
    }

    private String left() {
        String left = "about " + Spell.duration(state.timeLeft()) + " left";
        return state.pause().isPresent() ? "WAITS FOR A SIGN-IN, then " + left : left;
    }

    private String line(StageState stage) {
        return "%-4s %-11s %-9s %s"
                .formatted(
                        mark(stage.phase()),
                        stage.announced().stage().label(),
                        figures(stage),
                        detail(stage, state.now()));
    }

    private static String mark(StagePhase phase) {
        return switch (phase) {
            case StagePhase.Waiting _ -> "";
            case StagePhase.Running _ -> "...";
            case StagePhase.Watching _ -> "see";
            case StagePhase.NeedsRecords _ -> "ADD";
            case StagePhase.Complete _ -> "ok";
            case StagePhase.Failed _ -> "FAIL";
            case StagePhase.Skipped _ -> "--";
        };
    }

    private static String figures(StageState stage) {
        return stage.phase() instanceof StagePhase.Running && stage.resources().total() > 0
                ? stage.resources().done() + "/" + stage.resources().total()
                : "";
    }

    private static String detail(StageState stage, Instant now) {
        return switch (stage.phase()) {
            case StagePhase.Waiting _ -> "waits";
            case StagePhase.Running _ ->
                stage.resources().current().stream()
                        .findFirst()
                        .map(LiveProgress::current)
                        .orElse("");
            case StagePhase.Watching(String status) -> "somebody else's operation: " + status;
            case StagePhase.NeedsRecords _ -> "waits for the DNS records above";
            case StagePhase.Complete(boolean changed) ->
                changed ? Spell.duration(stage.elapsed(now)) : "stands as asked";
            case StagePhase.Failed failed ->
                (failed.failure().logicalId() + " " + failed.failure().reason()).strip();
            case StagePhase.Skipped(String because) -> because;
        };
    }

    private static String current(ResourceLine resource) {
        return resource.logicalId() + " (" + Spell.type(resource.type()) + ")";
    }
}
