package dev.essha.inventory;

import java.util.function.Function;

/**
 * One part of what was looked for.
 *
 * @param <T> what it is when it was seen
 */
public sealed interface Observed<T> {

    /** The calls that it comes from, {@code ec2:DescribeSubnets}; what a person needs the permission for. */
    String source();

    /** It was looked at; the value may well be an empty list. */
    record Seen<T>(T value, String source) implements Observed<T> {}

    /**
     * It could not be looked at.
     *
     * @param reason the missing permission or fact
     */
    record Unseen<T>(String source, Why reason) implements Observed<T> {}

    default <R> Observed<R> map(Function<T, R> function) {
        return switch (this) {
            case Seen<T>(T value, String source) -> new Seen<>(function.apply(value), source);
            case Unseen<T>(String source, Why reason) -> new Unseen<>(source, reason);
        };
    }
}
