package dev.essha.ui.run;

import dev.essha.application.Spell;
import dev.essha.wording.Labels;
import java.time.Duration;
import java.util.Locale;

/**
 * A line of the log. What it tells comes in two parts, because a row that is too narrow shortens them differently.
 *
 * @param since how long the run had run
 * @param sign what the line is about
 * @param stage the name of the stage; empty for the run as a whole
 * @param subject what the line tells, or what it is told of where there is an outcome
 * @param outcome how it stands with the subject; empty where the line tells something else
 */
record LogLine(Duration since, Sign sign, String stage, String subject, String outcome) {

    /** How much a line matters; each includes those after it. */
    enum Level {
        DETAIL,
        STEP,
        ATTENTION,
        PROBLEM;

        String label() {
            return Labels.of(this);
        }
    }

    /** What lines are about, as coarse as icons are. */
    enum Sign {
        WAITING(Level.DETAIL, "fth-clock"),
        ONGOING(Level.DETAIL, "fth-refresh-cw"),
        GIVEN_UP(Level.DETAIL, "fth-slash"),
        NOTE(Level.STEP, "fth-info"),
        BEGUN(Level.STEP, "fth-play-circle"),
        DONE(Level.STEP, "fth-check"),
        COMPLETE(Level.STEP, "fth-check-circle"),
        GONE(Level.STEP, "fth-minus-circle"),
        KEPT(Level.STEP, "fth-anchor"),
        STOPPED(Level.STEP, "fth-stop-circle"),
        ATTENTION(Level.ATTENTION, "fth-alert-triangle"),
        PROBLEM(Level.PROBLEM, "fth-alert-octagon");

        private final Level level;
        private final String icon;

        Sign(Level level, String icon) {
            this.level = level;
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    Level level() {
        return sign.level;
    }

    /** All that it tells. */
    String text() {
        return outcome.isEmpty() ? subject : subject + " " + outcome;
    }

    /** Its subject, with the stage before it. */
    String opening() {
        return stage.isEmpty() ? subject : stage + ": " + subject;
    }

    /** Stage and all that it tells, as one reads it. */
    String whole() {
        return outcome.isEmpty() ? opening() : opening() + " " + outcome;
    }

    boolean holds(String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return (stage + " " + text()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** As it stands in a file. */
    String plain() {
        return "%s  %-9s  %-22s  %s"
                .formatted(Spell.clock(since), level().label(), stage, text())
                .stripTrailing();
    }
}
