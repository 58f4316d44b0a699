package dev.essha.cloud.said;

import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.Locale;

/** The sentences of {@code sentences.properties}. */
public final class Said {

    /** For those who say such a sentence in the middle of their own. */
    public static final String BUNDLE = "dev.essha.cloud.said.sentences";

    private static final Wording ENGLISH = in(Locale.ENGLISH);

    private Said() {}

    /** @param language English where there is no translation */
    public static Wording in(Locale language) {
        return new Wording(BUNDLE, language);
    }

    public static String english(Phrase phrase) {
        return ENGLISH.of(phrase);
    }
}
