package dev.essha.ui.run;

/** A person's wish to stop, kept until there is something that can be told. */
final class Wish {

    private int times;
    private Runnable listener = () -> {};

    synchronized void say() {
        times++;
        listener.run();
    }

    synchronized boolean said() {
        return times > 0;
    }

    /** From now on the calling thread is interrupted. */
    synchronized void interruptsThisThread() {
        Thread here = Thread.currentThread();
        hear(here::interrupt);
    }

    /**
     * From now on somebody else is told, as often as it was and will be said; the calling thread is not interrupted any
     * more.
     */
    synchronized void tells(Runnable other) {
        Thread.interrupted();
        hear(other);
    }

    private void hear(Runnable other) {
        listener = other;
        for (int i = 0; i < times; i++) {
            other.run();
        }
    }
}
