package dev.essha.launch;

import dev.essha.cli.Toolbox;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the process. Ctrl-C during a run is the run's to hear: once, it finishes what is in flight; twice, it stops waiting;
 * a third time nobody listens any more. Whatever else ends the process (SIGTERM, a closed terminal) cannot be heard twice, as
 * it begins the JVM's shutdown: the run is told to stop at once and gets to say what goes on in the account.
 */
final class Shutdown implements Toolbox.Interruption {

    /** What a shell reports of a process that Ctrl-C ended: 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    private static final int PATIENCE = 2;

    private final CountDownLatch said = new CountDownLatch(1);
    private volatile boolean ending;

    @Override
    public <T> T during(Runnable cancel, Callable<T> work) throws Exception {
        AtomicInteger times = new AtomicInteger();
        Thread hook = new Thread(() -> endAtOnce(cancel), "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (Signals.Listening _ = Signals.onInterrupt(() -> heard(times.incrementAndGet(), cancel))) {
            return work.call();
        } finally {
            forget(hook);
        }
    }

    /** Ends the process, or lets the signal that began its shutdown end it. */
    void exit(int status) {
        said.countDown();
        if (!ending) {
            System.exit(status);
        }
    }

    private static void heard(int times, Runnable cancel) {
        if (times > PATIENCE) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        cancel.run();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came at the very end: the hook runs already, and exit() lets it end the process.
        }
    }

    private void endAtOnce(Runnable cancel) {
        ending = true;
        cancel.run();
        cancel.run();
        try {
            said.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
