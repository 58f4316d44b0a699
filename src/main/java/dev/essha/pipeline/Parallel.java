package dev.essha.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at several things at the same time. */
final class Parallel {

    private Parallel() {}

    /** What is looked at. */
    interface Look<T, R> {
        R at(T thing) throws InterruptedException;
    }

    /** The answers in the order of the questions; the first one that fails is thrown as it is. */
    static <T, R> List<R> map(List<T> things, Look<T, R> look) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>();
            things.forEach(thing -> futures.add(threads.submit(() -> look.at(thing))));
            List<R> answers = new ArrayList<>();
            for (Future<R> future : futures) {
                answers.add(answer(future));
            }
            return answers;
        }
    }

    private static <R> R answer(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case InterruptedException cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
