package dev.essha.ui.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A question that is asked again whenever what it is about changes: waits until typing pauses, shows that it runs, drops
 * answers to what was asked before, and may fail without stopping anybody.
 *
 * @param <Q> what is asked about; equal questions are not asked twice
 * @param <A> the answer
 */
public final class LookUp<Q, A> {

    private final Background background;
    private final Pause pause;
    private final Function<Q, A> ask;
    private final ReadOnlyObjectWrapper<State<Q, A>> state = new ReadOnlyObjectWrapper<>(new State.Idle<>());
    private Optional<Q> asked = Optional.empty();
    private Optional<Background.Running> running = Optional.empty();

    /** Calls back once after a while, on the window's thread, unless it is set again before. */
    public interface Pause {

        void set(Duration delay, Runnable then);
    }

    /** How a look-up stands. */
    public sealed interface State<Q, A> {

        /** Nothing was asked. */
        record Idle<Q, A>() implements State<Q, A> {}

        record Running<Q, A>(Q question) implements State<Q, A> {}

        record Answered<Q, A>(Q question, A answer) implements State<Q, A> {}

        record Failed<Q, A>(Q question, Throwable failure) implements State<Q, A> {}
    }

    /** @param ask runs in the background; may throw */
    public LookUp(Background background, Pause pause, Function<Q, A> ask) {
        this.background = background;
        this.pause = pause;
        this.ask = ask;
    }

    public ReadOnlyObjectProperty<State<Q, A>> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks after a delay, unless this was the last question already. */
    public void ask(Q question, Duration delay) {
        if (asked.filter(question::equals).isEmpty()) {
            begin(question, delay);
        }
    }

    /** Asks again, although it is the same question. */
    public void again() {
        asked.ifPresent(question -> begin(question, Duration.ZERO));
    }

    /** Forgets question and answer. */
    public void clear() {
        running.ifPresent(Background.Running::cancel);
        asked = Optional.empty();
        state.set(new State.Idle<>());
    }

    private void begin(Q question, Duration delay) {
        running.ifPresent(Background.Running::cancel);
        asked = Optional.of(question);
        state.set(new State.Running<>(question));
        pause.set(delay, () -> {
            if (asked.filter(question::equals).isPresent()) {
                running = Optional.of(background.start(
                        () -> ask.apply(question),
                        answer -> state.set(new State.Answered<>(question, answer)),
                        failure -> state.set(new State.Failed<>(question, failure))));
            }
        });
    }
}
