package dev.essha.checklist;

import dev.essha.inventory.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One check: an id, the function that judges, and the words that {@link Texts} has for the id.
 *
 * @param id stable; its part before the first hyphen is the requirement: {@code R9-multi-az}, {@code practice-egress}
 * @param judgment pure; asks nobody
 * @param variants sentences of their own for some plans; the first that fits speaks
 * @param <P> what was asked for
 * @param <I> what was observed
 */
record Check<P, I>(String id, BiFunction<P, I, Ruling> judgment, List<Variant<P>> variants) {

    /** @param name behind the check's id in the key of each of its sentences */
    record Variant<P>(String name, Predicate<P> fits) {}

    Check {
        variants = List.copyOf(variants);
    }

    /** Says the same whatever the plan is. */
    Check(String id, BiFunction<P, I, Ruling> judgment) {
        this(id, judgment, List.of());
    }

    /** Other sentences for the plans that it fits: what helps one shape misleads with another. */
    Check<P, I> wordedFor(String name, Predicate<P> fits) {
        List<Variant<P>> more = new ArrayList<>(variants);
        more.add(new Variant<>(name, fits));
        return new Check<>(id, judgment, more);
    }

    String requirement() {
        return id.substring(0, id.indexOf('-'));
    }

    /** A service may answer what no check foresaw; one odd answer must not hide the other findings. */
    Finding judge(P plan, I observed, Texts texts) {
        String words = words(plan);
        try {
            return finding(words, judgment.apply(plan, observed), texts);
        } catch (RuntimeException e) {
            return finding(words, Ruling.unknown(Why.of(Why.Kind.NOT_JUDGED, e.toString())), texts);
        }
    }

    private Finding finding(String words, Ruling ruling, Texts texts) {
        return new Finding(
                id,
                requirement(),
                texts.title(words),
                ruling.verdict(),
                texts.why(words),
                texts.evidence(ruling),
                texts.remedy(words, ruling),
                ruling.source());
    }

    /** Under which keys {@link Texts} has to have its sentences. */
    Stream<String> allWords() {
        return Stream.concat(Stream.of(id), variants.stream().map(this::key));
    }

    private String words(P plan) {
        return variants.stream()
                .filter(v -> v.fits().test(plan))
                .findFirst()
                .map(this::key)
                .orElse(id);
    }

    private String key(Variant<P> variant) {
        return id + "." + variant.name();
    }
}
