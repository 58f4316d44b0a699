package dev.essha.ui.signin;

import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Desktop;
import dev.essha.ui.work.Background;
import dev.essha.wording.Phrase;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way of a person to an Identity Center and back. To be used from the window's thread. */
final class CenterFlow {

    private final SignIns signIns;
    private final Background background;
    private final Desktop desktop;
    private final Words words;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle(Optional.empty()));
    private Optional<Background.Running> running = Optional.empty();
    private int attempts;

    /** Where the person is. */
    sealed interface State {

        /** @param last how the way before ended; empty if nobody set out, or came back by themselves */
        record Idle(Optional<Outcome.NotDone> last) implements State {}

        /** @param asked where the person was sent; empty until the center says it */
        record Away(IdentityCenter center, SignIns.Way way, Optional<Prompt.Asked> asked) implements State {}

        record Back(IdentityCenter center, CenterSession session) implements State {}
    }

    CenterFlow(SignIns signIns, Background background, Desktop desktop, Words words) {
        this.signIns = signIns;
        this.background = background;
        this.desktop = desktop;
        this.words = words;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Sends the person to the center, unless somebody is signed in to it already. */
    void goTo(IdentityCenter center, SignIns.Way way) {
        stop();
        state.set(new State.Away(center, way, Optional.empty()));
        Shown prompt = new Shown(center, way, ++attempts);
        running = Optional.of(background.start(
                () -> signIns.session(center)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(() -> signIns.signIn(center, way, prompt)),
                outcome -> ended(center, outcome),
                failure -> ended(
                        center,
                        new Outcome.NotDone(
                                Outcome.Reason.UNEXPECTED, Phrase.asIs(String.valueOf(failure.getMessage()))))));
    }

    /** The person does not come back. */
    void cancel() {
        stop();
        state.set(new State.Idle(Optional.empty()));
    }

    private void stop() {
        running.ifPresent(Background.Running::cancel);
        running = Optional.empty();
    }

    private void ended(IdentityCenter center, Outcome outcome) {
        running = Optional.empty();
        state.set(
                switch (outcome) {
                    case Outcome.Done(CenterSession session) -> new State.Back(center, session);
                    case Outcome.NotDone notDone -> new State.Idle(Optional.of(notDone));
                });
    }

    /** Called on the thread that signs in. */
    private final class Shown implements Prompt {

        private final IdentityCenter center;
        private final SignIns.Way way;
        private final int attempt;

        private Shown(IdentityCenter center, SignIns.Way way, int attempt) {
            this.center = center;
            this.way = way;
            this.attempt = attempt;
        }

        @Override
        public void show(Asked asked) {
            background.onWindow(() -> {
                if (state.get() instanceof State.Away && attempt == attempts) {
                    state.set(new State.Away(center, way, Optional.of(asked)));
                    desktop.browse(asked.page());
                }
            });
        }

        @Override
        public AnswerPage answer(boolean allowed) {
            String key = allowed ? "signin.answer.allowed" : "signin.answer.denied";
            return new AnswerPage(words.locale().getLanguage(), words.of(key), words.of(key + ".text"));
        }
    }
}
