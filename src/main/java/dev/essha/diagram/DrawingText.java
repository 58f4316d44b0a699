package dev.essha.diagram;

import dev.essha.wording.Wording;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of drawings in one language. */
final class DrawingText {

    private static final String BUNDLE = "dev.essha.diagram.drawing";

    private final Locale language;
    private final ResourceBundle words;

    /** @param language English where there is no translation */
    DrawingText(Locale language) {
        this.language = language;
        this.words = Wording.texts(BUNDLE, language);
    }

    String of(String key, Object... args) {
        return new MessageFormat(words.getString(key), language).format(args);
    }
}
