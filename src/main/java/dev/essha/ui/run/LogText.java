package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.ResourceDrift;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StageFailure;
import dev.essha.plan.DnsRecord;
import dev.essha.ui.run.LogLine.Sign;
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
                        Sign.BEGUN,
                        say(
                                "started." + Json.hyphenated(e.operation().name()),
                                e.deployment(),
                                e.stages().size()));
            case Event.StageStarted e -> lines.of(Sign.BEGUN, e.stage(), say("stage.started"));
            case Event.StageWatching e -> lines.of(Sign.ATTENTION, e.stage(), say("stage.watching", e.status()));
            case Event.ChangesProposed e ->
                lines.of(Sign.NOTE, e.stage(), say("stage.changes", e.changes().size()));
            case Event.DriftFound e -> lines.each(Sign.ATTENTION, e.stage(), drift(e.resources()));
            case Event.DriftLeft e -> left(lines, e);
            case Event.ResourceChanged e -> resource(lines, e);
            case Event.RecordsNeeded e -> records(lines, e);
            case Event.SignInNeeded e -> lines.of(Sign.ATTENTION, e.stage(), say("sign-in.needed", e.said(), e.todo()));
            case Event.SignedInAgain e -> lines.of(Sign.DONE, e.stage(), say("sign-in.found"));
            case Event.RecordsFound e -> lines.of(Sign.DONE, e.stage(), say("records.found"));
            case Event.StageCompleted e ->
                lines.of(Sign.COMPLETE, e.stage(), say(e.changed() ? "stage.complete" : "stage.unchanged"));
            case Event.StageFailed e -> lines.of(Sign.PROBLEM, e.stage(), say("stage.failed", failure(e.failure())));
            case Event.StageSkipped e -> lines.of(Sign.ATTENTION, e.stage(), say("stage.skipped", e.because()));
            case Event.LeftBehind e ->
                lines.of(Sign.ATTENTION, e.stage(), say("left-behind", e.what(), e.physicalId(), e.why()));
            case Event.Noted e -> lines.of(Sign.NOTE, e.stage(), e.text());
            case Event.RunFinished e ->
                lines.of(
                        sign(e.outcome()),
                        say("ended." + Json.hyphenated(e.outcome().name()), Spell.duration(e.took())));
        };
    }

    private static Sign sign(Event.Outcome outcome) {
        return switch (outcome) {
            case COMPLETE, UNCHANGED -> Sign.COMPLETE;
            case FAILED -> Sign.PROBLEM;
            case CANCELLED -> Sign.STOPPED;
        };
    }

    /** In every language the sentence names the resource first, and then says how it stands with it. */
    private List<LogLine> resource(Lines lines, Event.ResourceChanged e) {
        String what = what(e.logicalId(), e.type());
        String sentence = say("resource." + Json.hyphenated(e.state().name()) + reasoned(e), what, e.reason());
        int end = sentence.indexOf(what) + what.length();
        return List.of(lines.line(
                sign(e.state()),
                stages.name(e.stage()),
                sentence.substring(0, end),
                sentence.substring(end).strip()));
    }

    /** What is in progress may say why or not; what failed always does, and the others have nothing to say. */
    private static String reasoned(Event.ResourceChanged e) {
        return e.state() == Event.ResourceState.IN_PROGRESS && !e.reason().isBlank() ? ".reason" : "";
    }

    private static Sign sign(Event.ResourceState state) {
        return switch (state) {
            case WAITING -> Sign.WAITING;
            case IN_PROGRESS -> Sign.ONGOING;
            case CANCELLED -> Sign.GIVEN_UP;
            case COMPLETE -> Sign.DONE;
            case DELETED -> Sign.GONE;
            case RETAINED -> Sign.KEPT;
            case FAILED -> Sign.PROBLEM;
        };
    }

    private List<LogLine> records(Lines lines, Event.RecordsNeeded e) {
        return Stream.concat(
                        Stream.of(say(
                                "records.needed." + Json.hyphenated(e.purpose().name()))),
                        e.records().stream().map(LogText::record))
                .flatMap(text -> lines.of(Sign.ATTENTION, e.stage(), text).stream())
                .toList();
    }

    private static String record(DnsRecord record) {
        return "%s %d %s %s".formatted(record.name(), record.ttlSeconds(), record.type(), record.value());
    }

    private List<LogLine> left(Lines lines, Event.DriftLeft e) {
        return e.resources().isEmpty()
                ? lines.of(Sign.DONE, e.stage(), say("drift.put-back"))
                : lines.each(
                        Sign.ATTENTION,
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

        List<LogLine> of(Sign sign, String text) {
            return List.of(line(sign, "", text, ""));
        }

        List<LogLine> of(Sign sign, StageId stage, String text) {
            return each(sign, stage, List.of(text));
        }

        List<LogLine> each(Sign sign, StageId stage, List<String> texts) {
            return texts.stream()
                    .map(text -> line(sign, stages.name(stage), text, ""))
                    .toList();
        }

        LogLine line(Sign sign, String stage, String subject, String outcome) {
            return new LogLine(since, sign, stage, subject, outcome);
        }
    }
}
