package dev.essha.ui.keep;

import dev.essha.application.LocalStore;
import dev.essha.ui.work.Background;
import dev.essha.ui.work.LookUp;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps drafts on this computer while they are typed: in the background, and at most once a second. To be used from the
 * window's thread.
 */
public final class DraftKeeper {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final LocalStore store;
    private final Background background;
    private final LookUp.Pause pause;
    private final Supplier<List<KeptDraft>> drafts;
    private final Object order = new Object();
    private boolean waiting;
    private long asked;
    private long written;

    /** @param drafts what there is to keep, asked for on the window's thread */
    public DraftKeeper(LocalStore store, Background background, LookUp.Pause pause, Supplier<List<KeptDraft>> drafts) {
        this.store = store;
        this.background = background;
        this.pause = pause;
        this.drafts = drafts;
    }

    /** What was left by a window that did not close in order. */
    public List<KeptDraft> left() {
        return store.read(LocalStore.Item.DRAFT).map(KeptDraft::read).orElse(List.of());
    }

    /** Something changed: it is kept within a second. */
    public void changed() {
        if (!waiting) {
            waiting = true;
            pause.set(PACE, () -> {
                waiting = false;
                long number = ++asked;
                List<KeptDraft> now = drafts.get();
                background.start(
                        () -> {
                            put(number, now);
                            return number;
                        },
                        _ -> {});
            });
        }
    }

    /** Keeps what there is before it returns: the window closes. */
    public void now() {
        pause.set(PACE, () -> {});
        waiting = false;
        put(++asked, drafts.get());
    }

    /** Work in the background may overtake other work: what is older than what stands is dropped. */
    private void put(long number, List<KeptDraft> now) {
        synchronized (order) {
            if (number < written) {
                return;
            }
            written = number;
            if (now.isEmpty()) {
                store.remove(LocalStore.Item.DRAFT);
            } else {
                store.write(LocalStore.Item.DRAFT, KeptDraft.text(now));
            }
        }
    }
}
