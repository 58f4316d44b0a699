package dev.essha.pipeline;

/** A person's wish to stop, which can be made from any thread: first nothing new starts, then nothing is waited for. */
final class Cancellation {

    private enum Level {
        NONE,
        NOTHING_NEW,
        AT_ONCE
    }

    private volatile Level level = Level.NONE;
    private Runnable onChange = () -> {};

    /** Asks to stop after what is in flight; asked again, at once. */
    synchronized void request() {
        level = level == Level.NONE ? Level.NOTHING_NEW : Level.AT_ONCE;
        onChange.run();
    }

    /** Asks not to wait for anything. */
    synchronized void requestAtOnce() {
        level = Level.AT_ONCE;
        onChange.run();
    }

    /** Calls back on each request from now on, and at once if there was one. */
    synchronized void listen(Runnable listener) {
        onChange = listener;
        if (requested()) {
            listener.run();
        }
    }

    boolean requested() {
        return level != Level.NONE;
    }

    boolean atOnce() {
        return level == Level.AT_ONCE;
    }
}
