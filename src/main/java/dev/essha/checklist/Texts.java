package dev.essha.checklist;

import dev.essha.wording.Wording;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the checks in one language, {@code checks.properties}, by what {@link Check#allWords()} gives. */
record Texts(ResourceBundle bundle) {

    private static final String BUNDLE = "dev.essha.checklist.checks";
    private static final String QUOTA = "preflight-quota";

    static Texts of(Locale locale) {
        return new Texts(Wording.texts(BUNDLE, locale));
    }

    /** What has to hold. */
    String title(String id) {
        return bundle.getString(id + ".title");
    }

    /** What is lost without it. */
    String why(String id) {
        return bundle.getString(shared(id) + ".why");
    }

    /** What to do; the same advice for everything that could not be seen. */
    String remedy(String id, Verdict verdict) {
        return bundle.getString(verdict == Verdict.UNKNOWN ? "unknown.remedy" : shared(id) + ".remedy");
    }

    /** All quotas have the same reason and the same remedy. */
    private static String shared(String id) {
        return id.startsWith(QUOTA) ? QUOTA : id;
    }
}
