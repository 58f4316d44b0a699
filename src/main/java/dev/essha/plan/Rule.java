package dev.essha.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** A list that may not be longer. */
    static Rule few(String path, int most, Function<Plan, List<?>> setting) {
        return of(
                plan -> {
                    int count = setting.apply(plan).size();
                    return unless(count <= most, path, "list.too-long", count, most);
                },
                path);
    }

    /** A list that has nothing twice. */
    static Rule different(String path, Function<Plan, List<?>> setting) {
        return of(
                plan -> {
                    List<Problem> problems = new ArrayList<>();
                    Set<Object> seen = new HashSet<>();
                    List<?> values = setting.apply(plan);
                    for (int i = 0; i < values.size(); i++) {
                        Object value = values.get(i);
                        problems.addAll(unless(seen.add(value), path + "[" + i + "]", "list.twice", value));
                    }
                    return problems;
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
