package dev.essha.survey;

import dev.essha.cloud.CloudException;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Look-ups at the same time, each on a virtual thread, a bounded number of them in flight. */
final class Observer implements AutoCloseable {

    /** Enough to hide the latency of an account; few enough not to be throttled. */
    private static final int IN_FLIGHT = 8;

    private final Semaphore permits = new Semaphore(IN_FLIGHT);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param source the calls behind it, {@code ec2:DescribeSubnets} */
    <T> CompletableFuture<Observed<T>> look(String source, Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> observe(source, call), threads);
    }

    /** Looks with what was seen before; what could not be seen before gives the reason. */
    <A, T> CompletableFuture<Observed<T>> look(Observed<A> needed, String source, Function<A, T> call) {
        return switch (needed) {
            case Seen<A>(A value, String _) -> look(source, () -> call.apply(value));
            case Unseen<A>(String _, Why reason) -> CompletableFuture.completedFuture(new Unseen<>(source, reason));
        };
    }

    <A, T> CompletableFuture<Observed<T>> look(
            CompletableFuture<Observed<A>> needed, String source, Function<A, T> call) {
        return needed.thenCompose(a -> look(a, source, call));
    }

    /** The look-ups of a list as one; it takes only one that failed to make the list incomplete. */
    static <T> Observed<List<T>> all(String source, List<CompletableFuture<Observed<T>>> observer) {
        List<Observed<T>> ended = observer.stream().map(CompletableFuture::join).toList();
        for (Observed<T> one : ended) {
            if (one instanceof Unseen<T>(String _, Why reason)) {
                return new Unseen<>(source, reason);
            }
        }
        return new Seen<>(ended.stream().map(o -> ((Seen<T>) o).value()).toList(), source);
    }

    private <T> Observed<T> observe(String source, Supplier<T> call) {
        permits.acquireUninterruptibly();
        try {
            return new Seen<>(call.get(), source);
        } catch (CloudException e) {
            return new Unseen<>(source, Reason.of(e.failure()));
        } catch (RuntimeException e) {
            return new Unseen<>(source, Why.of(Why.Kind.UNEXPECTED, source, e.toString()));
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
