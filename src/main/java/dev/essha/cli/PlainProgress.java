package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.cloud.ResourceDrift;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StageFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run as lines that only ever get more: for logs, and for everything that is not a terminal. */
final class PlainProgress implements Consumer<Event> {

    private final Consumer<String> line;
    private Instant start = Instant.EPOCH;

    PlainProgress(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public synchronized void accept(Event event) {
        if (event instanceof Event.RunStarted started) {
            start = started.at();
        }
        String time = Spell.clock(Duration.between(start, event.at()));
        text(event).ifPresent(t -> line.accept(time + "  " + t));
    }

    private static Optional<String> text(Event event) {
        return switch (event) {
            case Event.RunStarted e ->
                Optional.of("%s of %s, %s"
                        .formatted(
                                Json.hyphenated(e.operation().name()),
                                e.deployment(),
                                Spell.count(e.stages().size(), "stage")));
            case Event.StageStarted e -> stage(e.stage().label(), "started");
            case Event.StageWatching e ->
                stage(
                        e.stage().label(),
                        "somebody else's operation is in progress (%s): watching it".formatted(e.status()));
            case Event.ChangesProposed e ->
                stage(e.stage().label(), Spell.count(e.changes().size(), "change") + " in its change set");
            case Event.ResourceChanged e -> resource(e);
            case Event.RecordsNeeded e -> Optional.of(Records.text(e.stage(), e.purpose(), e.records()));
            case Event.SignInNeeded e -> Optional.of(SignIns.text(e));
            case Event.SignedInAgain e -> stage(e.stage().label(), "somebody is signed in again, going on");
            case Event.RecordsFound e -> stage(e.stage().label(), "the records are there, going on");
            case Event.StageCompleted e -> stage(e.stage().label(), e.changed() ? "complete" : "stands as asked");
            case Event.StageFailed e -> stage(e.stage().label(), "FAILED: " + failure(e.failure()));
            case Event.StageSkipped e -> stage(e.stage().label(), "not started: " + e.because());
            case Event.DriftFound e -> drift(e.stage().label(), Drifts.lines(e.resources()));
            case Event.DriftLeft e ->
                e.resources().isEmpty()
                        ? stage(e.stage().label(), "what was changed by hand is put back")
                        : drift(e.stage().label(), left(e.resources()));
            case Event.LeftBehind e ->
                stage(e.stage().label(), "left behind: %s %s: %s".formatted(e.what(), e.physicalId(), e.why()));
            case Event.Noted e -> stage(e.stage().label(), e.text());
            case Event.RunFinished e ->
                Optional.of("%s after %s".formatted(Json.hyphenated(e.outcome().name()), Spell.duration(e.took())));
        };
    }

    private static Optional<String> resource(Event.ResourceChanged e) {
        String what = "%s (%s)".formatted(e.logicalId(), Spell.type(e.type()));
        return switch (e.state()) {
            case COMPLETE -> stage(e.stage().label(), what + " stands");
            case DELETED -> stage(e.stage().label(), what + " is gone");
            case RETAINED -> stage(e.stage().label(), what + " is left alone");
            case FAILED -> stage(e.stage().label(), what + " FAILED: " + e.reason());
            case WAITING, IN_PROGRESS, CANCELLED -> Optional.empty();
        };
    }

    private static List<String> left(List<ResourceDrift> resources) {
        return resources.stream()
                .map(r -> "still as somebody left it: %s (%s)".formatted(r.logicalId(), Spell.type(r.type())))
                .toList();
    }

    private static Optional<String> drift(String stage, List<String> lines) {
        return lines.stream().map(l -> Spell.stage(stage, l)).reduce((a, b) -> a + "\n          " + b);
    }

    private static Optional<String> stage(String stage, String text) {
        return Optional.of(Spell.stage(stage, text));
    }

    private static String failure(StageFailure failure) {
        String what = failure.logicalId().isEmpty() ? "" : failure.logicalId() + ": ";
        return String.join(" ", List.of(what + failure.reason(), failure.advice()))
                .strip();
    }
}
