package dev.essha.ui.work;

import java.time.Duration;

/** Calls back again and again on the window's thread, until it is ended there. */
public interface Beat {

    /** @return ends it */
    Runnable every(Duration pause, Runnable action);
}
