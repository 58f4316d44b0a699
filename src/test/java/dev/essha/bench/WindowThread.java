package dev.essha.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** JavaFX's thread, in a process of its own that only measures. */
public final class WindowThread {

    private WindowThread() {}

    /** From now on, a failure on any thread ends the process with 1. */
    public static void start() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(WindowThread::failed);
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
    }

    /** Ends the process with 1: somebody waits for its figures. */
    public static void failed(Thread thread, Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    /** Does something there and waits until it is done; a failure of it is thrown here. */
    public static void run(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }
}
