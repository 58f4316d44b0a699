package dev.essha.ui.text;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Everything the window says, in one language. A bundle for each part of the window ({@code words/sizing.properties}), seen
 * as one; FXML takes its {@code %keys} from {@link #bundle()}. Every text is a pattern: two apostrophes make one.
 */
public final class Words {

    /** The parts, each with a file of its own. */
    public static final List<String> PARTS = List.of(
            "shell",
            "start",
            "signin",
            "network",
            "domain",
            "edge",
            "sizing",
            "registry",
            "review",
            "run",
            "check",
            "diagram");

    /** The languages that are complete. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String FOLDER = "dev.essha.ui.words.";

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();

    /** @param wanted any locale; English where its language is not among {@link #LANGUAGES} */
    public Words(Locale wanted) {
        locale = LANGUAGES.stream()
                .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        for (String part : PARTS) {
            ResourceBundle bundle = Wording.texts(FOLDER + part, engineLocale());
            add(bundle);
        }
        add(Wording.texts(StageId.NAMES, engineLocale()));
    }

    private void add(ResourceBundle bundle) {
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    public Locale locale() {
        return locale;
    }

    /** The locale to ask the engine's texts for, whose English has no name. */
    public Locale engineLocale() {
        return english() ? Locale.ROOT : locale;
    }

    private boolean english() {
        return locale.equals(Locale.ENGLISH);
    }

    /**
     * A text with its placeholders filled.
     *
     * @throws IllegalArgumentException for a key that no part has
     */
    public String of(String key, Object... args) {
        return new MessageFormat(text(key), locale).format(args);
    }

    /** A day as the language writes it. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A number of something as the language writes it, in groups of three digits. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Whether there is a text under a key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A text under a key, or else as it is: {@code db.m7g.large} needs no translation. */
    public String orPlain(String key, String plain) {
        return has(key) ? of(key) : plain;
    }

    /** What an adapter says. */
    public String said(Phrase phrase) {
        return Said.in(engineLocale()).of(phrase);
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text under " + key);
        }
        return text;
    }

    /** For FXML's loader. */
    public ResourceBundle bundle() {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return has(key) ? of(key) : null;
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.keySet());
            }
        };
    }
}
