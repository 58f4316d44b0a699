package dev.essha.checklist.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** What each requirement is about, in one language. */
public final class Headings {

    private static final String BUNDLE = "dev.essha.checklist.report.headings";
    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    /** @param language English where there is no translation */
    public Headings(Locale language) {
        texts = ResourceBundle.getBundle(BUNDLE, language, NO_GUESSING);
    }

    /** @param requirement {@code R9}, {@code practice} or {@code preflight} */
    public String of(String requirement) {
        return texts.containsKey(requirement) ? texts.getString(requirement) : requirement;
    }
}
