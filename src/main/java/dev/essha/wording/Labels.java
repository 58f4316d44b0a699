package dev.essha.wording;

import java.util.Locale;

/** What a constant is called outside of the code: in keys of words, in files and on the command line. */
public final class Labels {

    private Labels() {}

    /** {@code no-proxy} of {@code NO_PROXY}, whatever the computer's own language is. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
