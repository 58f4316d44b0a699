package dev.essha.checklist.report;

import dev.essha.wording.Wording;
import java.util.Locale;
import java.util.ResourceBundle;

/** What each requirement is about, in one language. */
public final class Headings {

    private static final String BUNDLE = "dev.essha.checklist.report.headings";

    private final ResourceBundle texts;

    /** @param language English where there is no translation */
    public Headings(Locale language) {
        texts = Wording.texts(BUNDLE, language);
    }

    /** @param requirement {@code R9}, {@code practice} or {@code preflight} */
    public String of(String requirement) {
        return texts.containsKey(requirement) ? texts.getString(requirement) : requirement;
    }
}
