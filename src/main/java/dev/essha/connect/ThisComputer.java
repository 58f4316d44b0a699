package dev.essha.connect;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is reached without leaving this computer: no proxy leads there, and nobody on the way can read what is said. */
public final class ThisComputer {

    private static final Pattern NAMES = Pattern.compile("localhost|.*\\.localhost|127(\\.\\d+){3}|\\[?::1]?");

    private ThisComputer() {}

    /**
     * Whether a host is this computer, by its name alone.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6761#section-6.3">RFC 6761, names below localhost</a>
     */
    public static boolean is(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
