package dev.essha.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one bundle in one language, patterns of {@link MessageFormat}. */
public final class Wording {

    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle sentences;

    /** @param language English where there is no translation */
    public Wording(String bundle, Locale language) {
        this.language = language;
        this.sentences = texts(bundle, language);
    }

    /**
     * The texts of a bundle as they stand there.
     *
     * @param language English where there is no translation, whatever the computer's own language is
     */
    public static ResourceBundle texts(String bundle, Locale language) {
        return ResourceBundle.getBundle(bundle, language, NO_GUESSING);
    }

    public String of(String key, Object... args) {
        return of(Phrase.of(key, args));
    }

    public String of(Phrase phrase) {
        Object[] args = phrase.args().stream().map(this::shown).toArray();
        return phrase.key().isEmpty()
                ? String.valueOf(args[0])
                : new MessageFormat(sentences.getString(phrase.key()), language).format(args);
    }

    /** Numbers stay, for patterns that choose by them. */
    private Object shown(Object arg) {
        return switch (arg) {
            case Phrase phrase -> of(phrase);
            case Number number -> number;
            default -> String.valueOf(arg);
        };
    }
}
