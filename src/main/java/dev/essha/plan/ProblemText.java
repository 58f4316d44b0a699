package dev.essha.plan;

import dev.essha.wording.Wording;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of problems, notes and remarks in one language: what is wrong, and what would be right. */
public final class ProblemText {

    private static final String BUNDLE = "dev.essha.plan.messages";

    private final ResourceBundle sentences;

    /** @param language English where there is no translation */
    public ProblemText(Locale language) {
        sentences = Wording.texts(BUNDLE, language);
    }

    /** English. */
    public static ProblemText english() {
        return new ProblemText(Locale.ROOT);
    }

    /** One or two sentences, without the path. */
    public String sentence(Problem problem) {
        return sentence(problem.key(), problem.args());
    }

    /** One or two sentences, without the path. */
    public String sentence(Note note) {
        return sentence(note.key(), note.args());
    }

    /** One or two sentences on a part of the deployment. */
    public String sentence(ZoneLoss.Remark remark) {
        return sentence(remark.key(), remark.args());
    }

    /** What a value type says of a text that it refused. */
    public String sentence(InvalidValue refused) {
        return sentence(refused.key(), refused.args());
    }

    /** {@code network.zones: ...}, or the sentence alone for the plan as a whole. */
    public String located(Problem problem) {
        String sentence = sentence(problem);
        return problem.path().isEmpty() ? sentence : Shown.of(problem.path()) + ": " + sentence;
    }

    private String sentence(String key, List<Object> args) {
        try {
            return MessageFormat.format(
                    sentences.getString(key), args.stream().map(Shown::of).toArray());
        } catch (MissingResourceException e) {
            return key + " " + args;
        }
    }
}
