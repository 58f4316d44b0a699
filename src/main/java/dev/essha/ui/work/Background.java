package dev.essha.ui.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs work away from the window's thread and hands its result back to it. The work gets what it needs as values that were
 * read on the window's thread before; it touches no control and no property.
 */
public final class Background {

    private final Executor workers;
    private final Executor window;
    private final Consumer<Throwable> unhandled;

    /**
     * @param workers where the work runs
     * @param window the window's thread
     * @param unhandled on the window's thread: what nobody handled, failures of handlers among it; leads to the error page
     */
    public Background(Executor workers, Executor window, Consumer<Throwable> unhandled) {
        this.workers = workers;
        this.window = window;
        this.unhandled = unhandled;
    }

    /**
     * Starts work.
     *
     * @param done on the window's thread, with the result
     * @param failed on the window's thread, with what was thrown
     * @return stops the work by interrupting it; afterwards neither of the two is called
     */
    public <T> Running start(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Running running = new Running();
        workers.execute(() -> {
            if (!running.begin(Thread.currentThread())) {
                return;
            }
            try {
                T result = work.call();
                hand(running, () -> done.accept(result));
            } catch (Exception | Error e) {
                hand(running, () -> failed.accept(e));
            } finally {
                running.end();
            }
        });
        return running;
    }

    /** Starts work whose failure leads to the error page. */
    public <T> Running start(Callable<T> work, Consumer<T> done) {
        return start(work, done, unhandled);
    }

    /** Does something on the window's thread, from any thread. */
    public void onWindow(Runnable action) {
        window.execute(() -> guarded(action));
    }

    private void hand(Running running, Runnable action) {
        onWindow(() -> {
            if (!running.cancelled()) {
                action.run();
            }
        });
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            unhandled.accept(e);
        }
    }

    /** Work that was started. */
    public static final class Running {

        private Thread thread;
        private boolean cancelled;

        private synchronized boolean begin(Thread worker) {
            thread = worker;
            return !cancelled;
        }

        private synchronized void end() {
            thread = null;
        }

        /** Interrupts the work; nothing is heard of it any more. */
        public synchronized void cancel() {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        synchronized boolean cancelled() {
            return cancelled;
        }
    }
}
