package dev.essha.cloud.aws;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made at its first use, once, by whichever thread comes first. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }

    /** The value if it was ever used. */
    synchronized Optional<T> ifMade() {
        return Optional.ofNullable(value);
    }
}
