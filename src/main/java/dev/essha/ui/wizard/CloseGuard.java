package dev.essha.ui.wizard;

/** Something that may keep the window open. */
@FunctionalInterface
public interface CloseGuard {

    /**
     * Whether the window may close, as far as this goes. If not, the person is being asked.
     *
     * @param close asks for it once more, after the person said so
     */
    boolean allows(Runnable close);
}
