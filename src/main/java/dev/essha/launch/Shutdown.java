package dev.essha.launch;

import dev.essha.cli.Toolbox;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * Ends the process. When a person interrupts a run, it stops waiting and says what goes on in the account; the JVM then exits
 * with the status of the signal, 130.
 *
 * <p>A signal begins the JVM's shutdown, after which no second one can be heard, so the first has to be enough: the run is
 * told twice, which means "at once". What CloudFormation is doing goes on, and an install that is run again takes it up.
 */
final class Shutdown implements Toolbox.Interruption {

    private final CountDownLatch said = new CountDownLatch(1);
    private volatile boolean interrupted;

    @Override
    public <T> T during(Runnable cancel, Callable<T> work) throws Exception {
        Thread hook = new Thread(() -> interrupt(cancel), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            forget(hook);
        }
    }

    /** Ends the process, or lets the interruption end it. */
    void exit(int status) {
        said.countDown();
        if (!interrupted) {
            System.exit(status);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came at the very end: the hook runs already, and exit() lets it end the process.
        }
    }

    private void interrupt(Runnable cancel) {
        interrupted = true;
        cancel.run();
        cancel.run();
        try {
            said.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
