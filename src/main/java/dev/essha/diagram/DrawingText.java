package dev.essha.diagram;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of drawings in one language. */
final class DrawingText {

    private static final String BUNDLE = "dev.essha.diagram.drawing";
    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    /** @param language English where there is no translation */
    DrawingText(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(BUNDLE, language, NO_GUESSING);
    }

    String of(String key, Object... args) {
        return new MessageFormat(words.getString(key), language).format(args);
    }
}
