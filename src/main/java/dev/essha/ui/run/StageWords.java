package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.ResourceLine;
import dev.essha.pipeline.StageFailure;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.StageState;
import dev.essha.ui.text.Words;
import java.time.Duration;
import java.time.Instant;

/** What is said of a stage. */
record StageWords(Words words) {

    /**
     * A stage in a list.
     *
     * @param kind how it stands, for its icon and color
     * @param state the same in words
     * @param figures how many of its resources are done; empty before it begins, and for a step
     * @param elapsed how long it has taken; empty before it begins, and where that was no time
     * @param detail the resource that is worked on or failed, or why it is where it is; may be empty. What a service said of a
     *     failure is for the card, which has room for it
     */
    record Line(Kind kind, String name, String state, String figures, String elapsed, String detail) {}

    /** How a stage stands, as coarse as icons are. */
    enum Kind {
        WAITING("fth-clock"),
        RUNNING("fth-refresh-cw"),
        WATCHING("fth-eye"),
        ATTENTION("fth-user"),
        DONE("fth-check"),
        FAILED("fth-x"),
        SKIPPED("fth-minus");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }

        /** Its style class. */
        String style() {
            return "stage-" + Json.hyphenated(name());
        }
    }

    String name(StageId stage) {
        return words.of(stage.named().key());
    }

    Line line(StageState stage, Event.Operation operation, Instant now) {
        Kind kind = kind(stage.phase());
        return new Line(
                kind,
                name(stage.announced().stage()),
                state(stage.phase(), operation),
                figures(stage),
                elapsed(stage, now),
                detail(stage));
    }

    private static Kind kind(StagePhase phase) {
        return switch (phase) {
            case StagePhase.Waiting _ -> Kind.WAITING;
            case StagePhase.Running _ -> Kind.RUNNING;
            case StagePhase.Watching _ -> Kind.WATCHING;
            case StagePhase.NeedsRecords _ -> Kind.ATTENTION;
            case StagePhase.Complete _ -> Kind.DONE;
            case StagePhase.Failed _ -> Kind.FAILED;
            case StagePhase.Skipped _ -> Kind.SKIPPED;
        };
    }

    private String state(StagePhase phase, Event.Operation operation) {
        String key = switch (phase) {
            case StagePhase.Waiting _ -> "waiting";
            case StagePhase.Running _ -> running(operation);
            case StagePhase.Watching _ -> "watching";
            case StagePhase.NeedsRecords _ -> "records";
            case StagePhase.Complete(boolean changed) -> complete(changed, operation);
            case StagePhase.Failed _ -> "failed";
            case StagePhase.Skipped _ -> "skipped";
        };
        return words.of("run.state." + key);
    }

    private static String running(Event.Operation operation) {
        return switch (operation) {
            case INSTALL -> "running";
            case DESTROY -> "removing";
            case ROLL_BACK -> "rolling-back";
        };
    }

    private static String complete(boolean changed, Event.Operation operation) {
        return switch (operation) {
            case INSTALL -> changed ? "complete" : "unchanged";
            case DESTROY -> "removed";
            case ROLL_BACK -> "rolled-back";
        };
    }

    /** A step that took no time worth the name does not say so. */
    private static String elapsed(StageState stage, Instant now) {
        Duration elapsed = stage.elapsed(now);
        boolean none = stage.startedAt().isEmpty() || stage.phase().ended() && elapsed.toSeconds() == 0;
        return none ? "" : Spell.clock(elapsed);
    }

    /** Of stacks only, so that they add up to what is said of the run. */
    private static String figures(StageState stage) {
        return stage.startedAt().isPresent() && stage.announced().resources() > 0
                ? stage.resources().done() + "/" + stage.resources().total()
                : "";
    }

    private static String detail(StageState stage) {
        return switch (stage.phase()) {
            case StagePhase.Running _ ->
                stage.resources().current().stream()
                        .findFirst()
                        .map(ResourceLine::logicalId)
                        .orElse("");
            case StagePhase.Watching(String status) -> status;
            case StagePhase.Failed(StageFailure failure) ->
                failure.logicalId().isEmpty() ? failure.reason() : failure.logicalId();
            case StagePhase.Skipped(String because) -> because;
            case StagePhase.Waiting _, StagePhase.NeedsRecords _, StagePhase.Complete _ -> "";
        };
    }
}
