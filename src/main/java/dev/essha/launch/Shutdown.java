package dev.essha.launch;

import dev.essha.cli.Toolbox;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * Ends the process. When a person interrupts a run, it is asked to stop and the process waits until it has said what goes
 * on in the account; the JVM then exits with the status of the signal, 130.
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
            if (!interrupted) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    /** Ends the process, or lets the interruption end it. */
    void exit(int status) {
        said.countDown();
        if (!interrupted) {
            System.exit(status);
        }
    }

    private void interrupt(Runnable cancel) {
        interrupted = true;
        cancel.run();
        try {
            said.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
