package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.ResourceDrift;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StageFailure;
import dev.essha.plan.DnsRecord;
import dev.essha.ui.run.LogLine.Level;
import dev.essha.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a run as lines of a log. */
final class LogText {

    private final Words words;
    private final StageWords stages;
    private Instant start;

    /** @param begun the beginning of the run that the first lines are of, where it is known already */
    LogText(Words words, Optional<Event.RunStarted> begun) {
        this.words = words;
        this.start = begun.map(Event::at).orElse(Instant.EPOCH);
        this.stages = new StageWords(words);
    }

    /** The lines of the next event; of some events none. */
    List<LogLine> lines(Event event) {
        if (event instanceof Event.RunStarted) {
            start = event.at();
        }
        Lines lines = new Lines(Duration.between(start, event.at()));
        return switch (event) {
            case Event.RunStarted e ->
                lines.of(
                        Level.STEP,
                        say(
                                "started." + Json.hyphenated(e.operation().name()),
                                e.deployment(),
                                e.stages().size()));
            case Event.StageStarted e -> lines.of(Level.STEP, e.stage(), say("stage.started"));
            case Event.StageWatching e -> lines.of(Level.ATTENTION, e.stage(), say("stage.watching", e.status()));
            case Event.ChangesProposed e ->
                lines.of(Level.STEP, e.stage(), say("stage.changes", e.changes().size()));
            case Event.DriftFound e -> lines.each(Level.ATTENTION, e.stage(), drift(e.resources()));
            case Event.DriftLeft e -> left(lines, e);
            case Event.ResourceChanged e -> resource(lines, e);
            case Event.RecordsNeeded e -> records(lines, e);
            case Event.SignInNeeded e ->
                lines.of(Level.ATTENTION, e.stage(), say("sign-in.needed", e.said(), e.todo()));
            case Event.SignedInAgain e -> lines.of(Level.STEP, e.stage(), say("sign-in.found"));
            case Event.RecordsFound e -> lines.of(Level.STEP, e.stage(), say("records.found"));
            case Event.StageCompleted e ->
                lines.of(Level.STEP, e.stage(), say(e.changed() ? "stage.complete" : "stage.unchanged"));
            case Event.StageFailed e -> lines.of(Level.PROBLEM, e.stage(), say("stage.failed", failure(e.failure())));
            case Event.StageSkipped e -> lines.of(Level.ATTENTION, e.stage(), say("stage.skipped", e.because()));
            case Event.LeftBehind e ->
                lines.of(Level.ATTENTION, e.stage(), say("left-behind", e.what(), e.physicalId(), e.why()));
            case Event.Noted e -> lines.of(Level.STEP, e.stage(), e.text());
            case Event.RunFinished e ->
                lines.of(
                        e.outcome() == Event.Outcome.FAILED ? Level.PROBLEM : Level.STEP,
                        say("ended." + Json.hyphenated(e.outcome().name()), Spell.duration(e.took())));
        };
    }

    private List<LogLine> resource(Lines lines, Event.ResourceChanged e) {
        String what = what(e.logicalId(), e.type());
        Level level = switch (e.state()) {
            case WAITING, IN_PROGRESS, CANCELLED -> Level.DETAIL;
            case COMPLETE, DELETED, RETAINED -> Level.STEP;
            case FAILED -> Level.PROBLEM;
        };
        return lines.of(
                level, e.stage(), say("resource." + Json.hyphenated(e.state().name()), what, e.reason()));
    }

    private List<LogLine> records(Lines lines, Event.RecordsNeeded e) {
        return Stream.concat(
                        Stream.of(say(
                                "records.needed." + Json.hyphenated(e.purpose().name()))),
                        e.records().stream().map(LogText::record))
                .flatMap(text -> lines.of(Level.ATTENTION, e.stage(), text).stream())
                .toList();
    }

    private static String record(DnsRecord record) {
        return "%s %d %s %s".formatted(record.name(), record.ttlSeconds(), record.type(), record.value());
    }

    private List<LogLine> left(Lines lines, Event.DriftLeft e) {
        return e.resources().isEmpty()
                ? lines.of(Level.STEP, e.stage(), say("drift.put-back"))
                : lines.each(
                        Level.ATTENTION,
                        e.stage(),
                        e.resources().stream()
                                .map(r -> say("drift.left", what(r.logicalId(), r.type())))
                                .toList());
    }

    private List<String> drift(List<ResourceDrift> resources) {
        DriftWords drift = new DriftWords(words);
        return resources.stream().flatMap(r -> drift.lines(r).stream()).toList();
    }

    private String failure(StageFailure failure) {
        String what = failure.logicalId().isEmpty() ? "" : what(failure.logicalId(), failure.type()) + ": ";
        return (what + failure.reason() + " " + failure.advice()).strip();
    }

    private static String what(String logicalId, String type) {
        return type.isEmpty() ? logicalId : logicalId + " (" + Spell.type(type) + ")";
    }

    private String say(String key, Object... args) {
        return words.of("run.log." + key, args).strip();
    }

    /** Lines of one moment. */
    private final class Lines {

        private final Duration since;

        Lines(Duration since) {
            this.since = since;
        }

        List<LogLine> of(Level level, String text) {
            return List.of(new LogLine(since, level, "", text));
        }

        List<LogLine> of(Level level, StageId stage, String text) {
            return each(level, stage, List.of(text));
        }

        List<LogLine> each(Level level, StageId stage, List<String> texts) {
            return texts.stream()
                    .map(text -> new LogLine(since, level, stages.name(stage), text))
                    .toList();
        }
    }
}
