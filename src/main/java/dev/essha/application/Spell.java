package dev.essha.application;

import java.time.Duration;

/** How figures and constants are written for people. */
public final class Spell {

    private Spell() {}

    /** {@code 1 h 05 min}, {@code 12 min}, {@code 40 s}. */
    public static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** {@code 00:12:07}. */
    public static String clock(Duration duration) {
        return "%02d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    /** {@code AWS::RDS::DBInstance} as {@code RDS DBInstance}. */
    public static String type(String cloudFormationType) {
        return cloudFormationType.replaceFirst("^AWS::", "").replace("::", " ");
    }

    /** A line about a stage. */
    public static String stage(String label, String text) {
        return "%-11s %s".formatted(label, text);
    }

    public static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A text cut to a width, with an ellipsis where something is missing. */
    public static String fit(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
