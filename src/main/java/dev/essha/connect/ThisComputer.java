package dev.essha.connect;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts are this computer, by their names alone. */
public final class ThisComputer {

    private static final Pattern ADDRESSES =
            Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[?::1]?");

    private ThisComputer() {}

    /** Whether it is nobody else, so that nobody on the way can read what is said without TLS. */
    public static boolean is(String host) {
        return ADDRESSES.matcher(small(host)).matches();
    }

    /**
     * Whether it is meant to be this computer, so that no proxy leads there. A resolver that does not know the rule for names
     * below {@code localhost} asks others for them, so they prove nothing.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6761#section-6.3">RFC 6761, names below localhost</a>
     */
    static boolean isMeantBy(String host) {
        return is(host) || small(host).endsWith(".localhost");
    }

    private static String small(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
