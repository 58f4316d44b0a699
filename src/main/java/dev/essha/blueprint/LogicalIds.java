package dev.essha.blueprint;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names from the plan as parts of logical ids, which have letters and digits only. */
final class LogicalIds {

    /**
     * A logical id has up to 255 characters, and other words stand before this part of it. What is longer ends in a hash.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a>
     */
    private static final int LONGEST = 160;

    private static final Pattern WORD = Pattern.compile("([-._/])?([A-Za-z0-9]*)");

    private LogicalIds() {}

    /**
     * {@code access-grant} becomes {@code AccessGrant}. Separators other than a hyphen before a letter are spelled out, so
     * that names that differ in nothing else stay different: {@code a.b} becomes {@code ADotB}.
     */
    static String camelCase(String name) {
        String id = WORD.matcher(name).replaceAll(LogicalIds::hump);
        return id.length() <= LONGEST ? id : id.substring(0, LONGEST) + Integer.toHexString(name.hashCode());
    }

    private static String hump(MatchResult match) {
        String word = match.group(2);
        String first = word.isEmpty() ? "" : word.substring(0, 1);
        String humped = first.toUpperCase(Locale.ROOT) + word.substring(first.length());
        return separator(match.group(1), first) + humped;
    }

    private static String separator(String separator, String next) {
        return switch (separator) {
            case null -> "";
            case "." -> "Dot";
            case "_" -> "Underscore";
            case "/" -> "Slash";
            default -> next.matches("[a-z]") ? "" : "Dash";
        };
    }
}
