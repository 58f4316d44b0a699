package dev.essha.ui.run;

import dev.essha.application.Spell;
import dev.essha.wording.Labels;
import java.time.Duration;
import java.util.Locale;

/**
 * A line of the log.
 *
 * @param since how long the run had run
 * @param stage the name of the stage; empty for the run as a whole
 */
record LogLine(Duration since, Level level, String stage, String text) {

    /** How much a line matters; each includes those after it. */
    enum Level {
        DETAIL("fth-more-horizontal"),
        STEP("fth-chevron-right"),
        ATTENTION("fth-alert-triangle"),
        PROBLEM("fth-alert-octagon");

        private final String icon;

        Level(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }

        String label() {
            return Labels.of(this);
        }
    }

    boolean holds(String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return (stage + " " + text).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** As it stands in a file. */
    String plain() {
        return "%s  %-9s  %-22s  %s"
                .formatted(Spell.clock(since), level.label(), stage, text)
                .stripTrailing();
    }
}
