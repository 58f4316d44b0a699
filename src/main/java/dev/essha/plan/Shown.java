package dev.essha.plan;

import dev.essha.secrecy.Redaction;
import java.util.regex.Pattern;

/**
 * Text of unknown origin as part of a sentence: in one line, not longer than one cares to read, and without what a terminal
 * takes for a command or turns the direction of writing, so that no file can write on a person's screen what it likes; and
 * without secrets, which do not belong into a plan and much less into the log of whoever validates it.
 */
final class Shown {

    private static final int LONGEST = 1_000;

    /** Control and format characters, separators of lines and paragraphs, and halves of a pair that stand alone. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Shown() {}

    /** As text, or 65536 would be written with the grouping of a country. */
    static String of(Object value) {
        String text = Redaction.BY_LOOKS.clean(String.valueOf(value));
        String readable = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return HARMFUL.matcher(readable)
                .replaceAll(m -> "<U+%04X>".formatted(m.group().codePointAt(0)));
    }
}
