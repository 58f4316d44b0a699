package dev.essha.checklist;

import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check makes of its evidence, before it has words.
 *
 * @param evidence what was seen, and why something was not; names and states in it are in the words of AWS
 * @param source the calls that the evidence comes from
 */
record Ruling(Verdict verdict, List<Phrase> evidence, String source) {

    Ruling {
        evidence = List.copyOf(evidence);
    }

    static Ruling pass(String fact, Object... args) {
        return of(Verdict.PASS, Phrase.of(fact, args));
    }

    static Ruling fail(String fact, Object... args) {
        return of(Verdict.FAIL, Phrase.of(fact, args));
    }

    static Ruling unknown(String missing, Object... args) {
        return of(Verdict.UNKNOWN, Phrase.of(missing, args));
    }

    static Ruling unknown(Why why) {
        return new Ruling(Verdict.UNKNOWN, List.of(why.said()), "");
    }

    private static Ruling of(Verdict verdict, Phrase line) {
        return new Ruling(verdict, List.of(line), "");
    }

    /** Judges what was seen; what could not be seen is an unknown with its reason. */
    static <A> Ruling on(Observed<A> a, Function<A, Ruling> judgment) {
        return switch (a) {
            case Seen<A>(A value, String source) -> judgment.apply(value).from(source);
            case Unseen<A> _ -> unseen(a);
        };
    }

    static <A, B> Ruling on(Observed<A> a, Observed<B> b, BiFunction<A, B, Ruling> judgment) {
        return switch (a) {
            case Seen<A>(A value, String source) ->
                on(b, seen -> judgment.apply(value, seen)).from(source);
            case Unseen<A> _ -> unseen(a, b);
        };
    }

    static <A, B, C> Ruling on(Observed<A> a, Observed<B> b, Observed<C> c, TriFunction<A, B, C> judgment) {
        return switch (a) {
            case Seen<A>(A value, String source) ->
                on(b, c, (second, third) -> judgment.apply(value, second, third))
                        .from(source);
            case Unseen<A> _ -> unseen(a, b, c);
        };
    }

    /**
     * Judges the one thing that was looked for; that it is not there is a failure.
     *
     * @param missing says so
     */
    static <A> Ruling onThe(Phrase missing, Observed<Optional<A>> one, Function<A, Ruling> judgment) {
        return on(one, found -> found.map(judgment).orElseGet(() -> of(Verdict.FAIL, missing)));
    }

    private static Ruling unseen(Observed<?>... parts) {
        List<Phrase> missing = Stream.of(parts)
                .filter(Unseen.class::isInstance)
                .map(p -> (Unseen<?>) p)
                .map(part -> part.reason().said())
                .distinct()
                .toList();
        return new Ruling(Verdict.UNKNOWN, missing, sources(Stream.of(parts).map(Observed::source)));
    }

    private Ruling from(String seen) {
        return new Ruling(verdict, evidence, sources(Stream.of(seen, source)));
    }

    private static String sources(Stream<String> sources) {
        return sources.flatMap(s -> Stream.of(s.split(", ")))
                .filter(s -> !s.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A judgment on three observations. */
    @FunctionalInterface
    interface TriFunction<A, B, C> {
        Ruling apply(A a, B b, C c);
    }

    /** Adds up single facts: one that does not hold fails the check, one that is not clear leaves it unknown. */
    static final class Facts {

        private final List<Phrase> broken = new ArrayList<>();
        private final List<Phrase> unclear = new ArrayList<>();
        private final List<Phrase> holding = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();

        /** @param fact what was seen, in words that are true whether it holds or not */
        Facts check(boolean holds, String fact, Object... args) {
            return check(holds, Phrase.of(fact, args));
        }

        Facts check(boolean holds, Phrase line) {
            (holds ? holding : broken).add(line);
            return this;
        }

        Facts note(String fact, Object... args) {
            return note(Phrase.of(fact, args));
        }

        Facts note(Phrase line) {
            holding.add(line);
            return this;
        }

        Facts unclear(String fact, Object... args) {
            return unclear(Phrase.of(fact, args));
        }

        Facts unclear(Phrase line) {
            unclear.add(line);
            return this;
        }

        /** Whether nothing was said so far. */
        boolean isEmpty() {
            return broken.isEmpty() && unclear.isEmpty() && holding.isEmpty();
        }

        /** Looks at a part if it could be seen; otherwise the reason is a fact that is not clear. */
        <T> Facts lookAt(Observed<T> part, Consumer<T> look) {
            sources.add(part.source());
            switch (part) {
                case Seen<T>(T value, String _) -> look.accept(value);
                case Unseen<T>(String _, Why reason) -> unclear.add(reason.said());
            }
            return this;
        }

        /** What broke comes first, then what is not clear, then what holds. */
        Ruling ruling() {
            Verdict verdict = !broken.isEmpty() ? Verdict.FAIL : !unclear.isEmpty() ? Verdict.UNKNOWN : Verdict.PASS;
            return new Ruling(
                    verdict,
                    Stream.of(broken, unclear, holding).flatMap(List::stream).toList(),
                    sources(sources.stream()));
        }
    }
}
