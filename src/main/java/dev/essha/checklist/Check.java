package dev.essha.checklist;

import java.util.List;
import java.util.function.BiFunction;

/**
 * One check: an id, the function that judges, and the words that {@link Texts} has for the id.
 *
 * @param id stable; its part before the first hyphen is the requirement: {@code R9-multi-az}, {@code practice-egress}
 * @param judgment pure; asks nobody
 * @param <P> what was asked for
 * @param <I> what was observed
 */
record Check<P, I>(String id, BiFunction<P, I, Ruling> judgment) {

    String requirement() {
        return id.substring(0, id.indexOf('-'));
    }

    Finding judge(P plan, I observed, Texts texts) {
        Ruling ruling = rule(plan, observed);
        String remedy = ruling.verdict() == Verdict.PASS ? "" : texts.remedy(id, ruling.verdict());
        return new Finding(
                id,
                requirement(),
                texts.title(id),
                ruling.verdict(),
                texts.why(id),
                ruling.evidence(),
                remedy,
                ruling.source());
    }

    /** A service may answer what no check foresaw; one odd answer must not hide the other findings. */
    private Ruling rule(P plan, I observed) {
        try {
            return judgment.apply(plan, observed);
        } catch (RuntimeException e) {
            return new Ruling(Verdict.UNKNOWN, List.of("the answer could not be judged: " + e), "");
        }
    }
}
