package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for things that may not exist: then that is the answer, not a failure. */
final class Existing {

    private Existing() {}

    static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Does something to a thing, or nothing where it has gone already: what makes a removal idempotent. */
    static void ifThere(Runnable call) {
        find(() -> {
            call.run();
            return true;
        });
    }
}
