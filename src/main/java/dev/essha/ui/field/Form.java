package dev.essha.ui.field;

import dev.essha.plan.Problem;
import dev.essha.plan.ProblemText;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What fields need: the draft that they show, and the words. */
public record Form(Draft draft, Words words, ProblemText problems) {

    public Form(Draft draft, Words words) {
        this(draft, words, new ProblemText(words.engineLocale()));
    }

    /** What is wrong with a setting, in sentences; empty if nothing is. */
    public String wrongWith(String path) {
        return sentences(draft.judged().get().at(path));
    }

    /** Problems as sentences. */
    public String sentences(List<Problem> some) {
        return some.stream().map(problems::sentence).collect(Collectors.joining(" "));
    }

    /** The key of a setting's words: items of a list share theirs. */
    public static String key(String path) {
        return "setting." + path.replaceAll("\\[\\d+]", "");
    }
}
