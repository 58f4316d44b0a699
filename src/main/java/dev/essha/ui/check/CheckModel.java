package dev.essha.ui.check;

import dev.essha.application.Judgement;
import dev.essha.ui.work.Background;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Judges what stands, again and again as long as it is watched, until everything held several times in a row. To be used
 * from the window's thread; the looking is done in the background.
 */
public final class CheckModel {

    private static final Duration BETWEEN = Duration.ofSeconds(15);
    /** What does not settle within minutes needs a person, who can look again at any time. */
    private static final int BY_ITSELF = 20;

    private final Background background;
    private final Look look;
    private final ReadOnlyObjectWrapper<CheckState> state = new ReadOnlyObjectWrapper<>(CheckState.NOTHING_YET);
    private Optional<Background.Running> running = Optional.empty();
    private Optional<Object> subject = Optional.empty();
    private boolean watched;
    private int looks;

    /** Looks at the account; in the background. */
    public interface Look {

        /** What the findings are about; equal as long as they are about the same. Asked on the window's thread. */
        Object subject();

        /** What to look at, read on the window's thread: looks once and judges. */
        Callable<Judgement.Look> prepare();

        /** Waits by the clock of the place, which a rehearsal compresses. */
        void pause(Duration duration) throws InterruptedException;
    }

    public CheckModel(Background background, Look look) {
        this.background = background;
        this.look = look;
    }

    public ReadOnlyObjectProperty<CheckState> state() {
        return state.getReadOnlyProperty();
    }

    /**
     * Somebody watches: looks at once, whatever was found when somebody watched before, and again until it is ready. What
     * was found of something else, or said in another language, is forgotten.
     */
    public void watch() {
        watched = true;
        Optional<Object> now = Optional.of(look.subject());
        if (!subject.equals(now)) {
            subject = now;
            state.set(CheckState.NOTHING_YET);
        }
        if (running.isEmpty()) {
            all();
        }
    }

    /** Nobody watches any more. */
    public void leave() {
        watched = false;
        running.ifPresent(Background.Running::cancel);
        running = Optional.empty();
        state.set(state.get().left());
    }

    /** Looks at everything, now. */
    public void all() {
        looks = 0;
        begin(Duration.ZERO, Optional.empty());
    }

    /** Looks whether one finding still is so. */
    public void one(String id) {
        begin(Duration.ZERO, Optional.of(id));
    }

    private void begin(Duration delay, Optional<String> only) {
        running.ifPresent(Background.Running::cancel);
        Callable<Judgement.Look> once = look.prepare();
        if (delay.isZero()) {
            state.set(state.get().begun());
        }
        running = Optional.of(background.start(
                () -> {
                    if (!delay.isZero()) {
                        look.pause(delay);
                        background.onWindow(this::lookingAgain);
                    }
                    return once.call();
                },
                found -> ended(only.map(id -> state.get().seenAgain(id, found))
                        .orElseGet(() -> state.get().seen(found))),
                failure -> ended(state.get().failed(failure))));
    }

    private void lookingAgain() {
        if (running.isPresent()) {
            state.set(state.get().begun());
        }
    }

    private void ended(CheckState now) {
        running = Optional.empty();
        state.set(now);
        looks++;
        if (watched && !now.ready() && looks < BY_ITSELF) {
            begin(BETWEEN, Optional.empty());
        }
    }
}
