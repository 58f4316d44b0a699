package dev.essha.ui.run;

import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** The cards of a run. One is made anew only if what it tells has changed, so that nobody loses the focus in it. */
final class RunCards extends VBox {

    private final Words words;
    private final RunActions actions;
    private List<Object> told = List.of();

    RunCards(Words words, RunActions actions) {
        this.words = words;
        this.actions = actions;
        getStyleClass().add("run-cards");
        hide(true);
    }

    void show(RunView view) {
        List<Object> now = tells(view);
        if (!now.equals(told)) {
            told = now;
            getChildren().setAll(cards(view));
            hide(getChildren().isEmpty());
        }
    }

    private void hide(boolean nothing) {
        setVisible(!nothing);
        setManaged(!nothing);
    }

    private static List<Object> tells(RunView view) {
        return List.of(
                view.stand() == RunView.Stand.NONE,
                view.state().pause(),
                view.awaited(),
                FailureCard.failures(view),
                view.end(),
                view.active());
    }

    private List<Card> cards(RunView view) {
        List<Card> cards = new ArrayList<>();
        Optional<Card> end = EndCard.of(words, view, actions);
        end.ifPresent(cards::add);
        view.state()
                .pause()
                .filter(_ -> view.active())
                .ifPresent(pause -> cards.add(new SignInCard(words, pause.asked(), actions)));
        view.awaited()
                .values()
                .forEach(needed -> cards.add(new RecordsCard(words, needed, RunWords.isRehearsed(view))));
        if (!FailureCard.failures(view).isEmpty()) {
            cards.add(new FailureCard(words, view, actions));
        }
        return cards;
    }
}
