package dev.essha.plan;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One thing that must hold of a plan.
 *
 * @param reads paths of the settings that it looks at: where one of them could not be read, the rule is not asked
 * @param check what it finds wrong
 */
record Rule(List<String> reads, Function<Plan, List<Problem>> check) {

    static Rule of(Function<Plan, List<Problem>> check, String... reads) {
        return new Rule(List.of(reads), check);
    }

    /** A number that must be in a range. */
    static Rule range(String path, Range range, ToIntFunction<Plan> setting) {
        return of(
                plan -> {
                    int value = setting.applyAsInt(plan);
                    return unless(range.contains(value), path, "number.range", value, range.min(), range.max());
                },
                path);
    }

    /** A value that must be one of a few. */
    static <T> Rule oneOf(String path, List<T> allowed, Function<Plan, T> setting) {
        return of(
                plan -> {
                    T value = setting.apply(plan);
                    return unless(allowed.contains(value), path, "choice.unknown", value, listed(allowed));
                },
                path);
    }

    /** A text that must be spelled as AWS spells it. */
    static Rule format(String path, Format format, Function<Plan, String> setting) {
        return of(
                plan -> {
                    String value = setting.apply(plan);
                    return unless(format.matches(value), path, "text.format", value, format.example());
                },
                path);
    }

    /** A problem at a path, or none if all is well. */
    static List<Problem> unless(boolean holds, String path, String key, Object... args) {
        return holds ? List.of() : List.of(Problem.at(path, key, args));
    }

    List<Problem> problems(Plan plan) {
        return check.apply(plan);
    }

    /** Whether none of the settings that it reads is, lies in, or holds an unreadable one. */
    boolean canBeAsked(Predicate<String> readable) {
        return reads.stream().allMatch(readable);
    }

    static String listed(List<?> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }
}
