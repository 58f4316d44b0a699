package dev.essha.wording;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of a bundle, or of several, in one language, patterns of {@link MessageFormat}. */
public final class Wording {

    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final List<ResourceBundle> sentences;

    /** @param language English where there is no translation */
    public Wording(String bundle, Locale language) {
        this(language, List.of(texts(bundle, language)));
    }

    private Wording(Locale language, List<ResourceBundle> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** This one and the sentences of another bundle, for phrases of it that stand in phrases of this one. */
    public Wording with(String bundle) {
        return new Wording(
                language,
                Stream.concat(sentences.stream(), Stream.of(texts(bundle, language)))
                        .toList());
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
        return phrase.isAsIs()
                ? String.valueOf(args[0])
                : new MessageFormat(pattern(phrase.key()), language).format(args);
    }

    private String pattern(String key) {
        return sentences.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseGet(sentences::getFirst)
                .getString(key);
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
