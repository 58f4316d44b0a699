package dev.essha.ui.check;

import dev.essha.checklist.report.Place;
import dev.essha.checklist.report.Report;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** What the head of the checklist says. Unknown is not pass, and one pass is not ready. */
record Verdicts(Words words, CheckState state) {

    String icon() {
        return switch (kind()) {
            case READY -> "fth-award";
            case HOLDS -> "fth-check-circle";
            case FAILS -> "fth-x-circle";
            case UNKNOWN -> "fth-help-circle";
            case NOTHING_YET, NOT_INSTALLED -> "fth-search";
        };
    }

    String style() {
        return switch (kind()) {
            case READY, HOLDS -> "success-icon";
            case FAILS -> "danger-icon";
            case UNKNOWN -> "warning-icon";
            case NOTHING_YET, NOT_INSTALLED -> "muted-icon";
        };
    }

    String headline() {
        Report.Summary counts = state.report().map(Report::summary).orElse(new Report.Summary(0, 0, 0));
        long every = counts.passed() + counts.failed() + counts.unknown();
        return switch (kind()) {
            case READY -> words.of("check.ready", every);
            case HOLDS -> words.of("check.holds", every);
            case FAILS -> words.of("check.fails", counts.failed(), every);
            case UNKNOWN -> words.of("check.not-known", counts.unknown(), every);
            case NOT_INSTALLED ->
                words.of("check.not-installed", state.report().orElseThrow().deployment());
            case NOTHING_YET -> words.of(state.looking() ? "check.first" : "check.nothing-yet");
        };
    }

    /** @param failure why the last look could not be made */
    String progress(Optional<Failures.Told> failure) {
        if (failure.isPresent()) {
            return failure.get().what() + " " + failure.get().todo();
        }
        if (state.looking()) {
            return words.of("check.looking");
        }
        if (state.report().isEmpty()) {
            return words.of("check.press");
        }
        String last = clock(state.report().get());
        return kind() == Kind.NOT_INSTALLED
                ? words.of("check.not-installed.text", last)
                : words.of("check.looks", state.passesInRow(), CheckState.ENOUGH, last);
    }

    /** The clock of a rehearsal runs ahead of that on the wall. */
    private String clock(Report report) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(report.observedAt()));
        return report.place() == Place.REHEARSAL ? words.of("check.clock.rehearsed", time) : time;
    }

    private Kind kind() {
        if (state.report().isEmpty()) {
            return Kind.NOTHING_YET;
        }
        if (!state.installed()) {
            return Kind.NOT_INSTALLED;
        }
        Report.Summary counts = state.report().get().summary();
        if (counts.failed() > 0) {
            return Kind.FAILS;
        }
        if (counts.unknown() > 0) {
            return Kind.UNKNOWN;
        }
        return state.ready() ? Kind.READY : Kind.HOLDS;
    }

    private enum Kind {
        NOTHING_YET,
        NOT_INSTALLED,
        FAILS,
        UNKNOWN,
        HOLDS,
        READY
    }
}
