package dev.essha.ui.run;

import atlantafx.base.theme.Styles;
import dev.essha.checklist.Finding;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.pipeline.Event;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Button;

/** How a run ended that did not fail, or why it did not begin; and what is next. */
final class EndCard extends Card {

    private final Words words;
    private final RunActions actions;

    private EndCard(Words words, RunActions actions, String id, Tone tone, String title) {
        super(id, tone, title);
        this.words = words;
        this.actions = actions;
    }

    /** Empty while a run goes on, and where its stages tell what is to be told. */
    static Optional<Card> of(Words words, RunView view, RunActions actions) {
        if (view.stand() == RunView.Stand.NONE) {
            return Optional.of(nothingYet(words, actions));
        }
        return view.end().flatMap(end -> switch (end) {
            case RunEnd.Finished(Event.Outcome outcome) -> finished(words, view, outcome, actions);
            case RunEnd.Refused refused -> Optional.of(refused(words, refused, actions));
            case RunEnd.OtherAccount other -> Optional.of(otherAccount(words, other, actions));
            case RunEnd.Broken(Throwable failure) -> Optional.of(broken(words, failure, actions));
        });
    }

    private static Optional<Card> finished(Words words, RunView view, Event.Outcome outcome, RunActions actions) {
        return switch (outcome) {
            case COMPLETE, UNCHANGED ->
                Optional.of(
                        switch (view.operation()) {
                            case INSTALL -> stands(words, view, actions);
                            case DESTROY -> gone(words, view, actions);
                            case ROLL_BACK -> rolledBack(words, actions);
                        });
            case CANCELLED -> Optional.of(cancelled(words, view, view.operation() != Event.Operation.DESTROY, actions));
            case FAILED -> Optional.empty();
        };
    }

    private static Card nothingYet(Words words, RunActions actions) {
        EndCard card = new EndCard(words, actions, "nothing-yet", Tone.CALM, words.of("run.nothing.title"));
        card.say(words.of("run.nothing.text"));
        Button review = button("to-review", words.of("run.to-review"), "fth-list", actions::toReview);
        review.getStyleClass().add(Styles.ACCENT);
        card.buttons(review, card.destroy());
        return card;
    }

    private static Card rolledBack(Words words, RunActions actions) {
        EndCard card = new EndCard(words, actions, "rolled-back", Tone.GOOD, words.of("run.rolled-back.title"));
        card.say(words.of("run.rolled-back.text"));
        card.buttons(card.again(), card.destroy());
        return card;
    }

    private static Card stands(Words words, RunView view, RunActions actions) {
        EndCard card = new EndCard(words, actions, "success", Tone.GOOD, words.of("run.success.title"));
        card.say(words.of("run.success.text", view.order().orElseThrow().deployment()));
        Button images = button("to-images", words.of("run.to-images"), "fth-download-cloud", actions::toImages);
        card.buttons(images, card.destroy());
        return card;
    }

    private static Card gone(Words words, RunView view, RunActions actions) {
        EndCard card = new EndCard(words, actions, "gone", Tone.GOOD, words.of("run.gone.title"));
        boolean something = !view.state().leftBehind().isEmpty();
        card.say(words.of(something ? "run.gone.left" : "run.gone.nothing"));
        view.state().leftBehind().forEach(l -> card.say(words.of("run.gone.item", l.what(), l.physicalId(), l.why())));
        return card;
    }

    private static Card cancelled(Words words, RunView view, boolean install, RunActions actions) {
        EndCard card = new EndCard(words, actions, "cancelled", Tone.CALM, words.of("run.cancelled.title"));
        boolean begun = view.state().started().isPresent();
        boolean rehearsal = view.order().orElseThrow().venue().isRehearsal();
        String what = rehearsal ? "run.cancelled.rehearsal" : "run.cancelled.account";
        card.say(words.of(begun ? what : "run.cancelled.untouched"));
        Button again = install ? card.again() : card.destroyAgain();
        if (begun && install) {
            card.buttons(again, card.diagnostics(), card.destroy());
        } else {
            card.buttons(again);
        }
        return card;
    }

    private static Card refused(Words words, RunEnd.Refused refused, RunActions actions) {
        EndCard card = new EndCard(words, actions, "refused", Tone.BAD, words.of("run.refused.title"));
        for (Finding finding : refused.failed().findings()) {
            card.say(words.of(
                    "run.refused.finding", finding.title(), String.join("; ", finding.evidence()), finding.remedy()));
        }
        Button review = button("to-review", words.of("run.to-review"), "fth-list", actions::toReview);
        card.buttons(card.again(), review);
        return card;
    }

    private static Card otherAccount(Words words, RunEnd.OtherAccount other, RunActions actions) {
        EndCard card = new EndCard(words, actions, "other-account", Tone.BAD, words.of("run.title.other-account"));
        card.say(words.of(
                "run.other-account.text",
                other.expected().account().value(),
                other.found().account().value()));
        Button signIn = signIn(words, actions);
        signIn.getStyleClass().add(Styles.ACCENT);
        card.buttons(signIn);
        return card;
    }

    private static Card broken(Words words, Throwable failure, RunActions actions) {
        EndCard card = new EndCard(words, actions, "broken", Tone.BAD, words.of("run.title.broken"));
        Failures.Told told = new Failures(words).tell(failure);
        card.say(told.what());
        card.say(told.todo());
        boolean nobody = failure instanceof CloudException e && e.failure() instanceof CloudFailure.NotSignedIn;
        if (nobody) {
            card.buttons(signIn(words, actions), card.again(), card.diagnostics());
        } else {
            card.buttons(card.again(), card.diagnostics());
        }
        return card;
    }

    private Button again() {
        Button again = button("retry", words.of("run.retry"), "fth-rotate-cw", actions::again);
        again.getStyleClass().add(Styles.ACCENT);
        return again;
    }

    private Button destroyAgain() {
        Button again = button("retry", words.of("run.retry.destroy"), "fth-rotate-cw", actions::destroy);
        again.getStyleClass().add(Styles.ACCENT);
        return again;
    }

    private Button diagnostics() {
        return button("diagnostics", words.of("run.diagnostics"), "fth-archive", actions::saveDiagnostics);
    }

    private Button destroy() {
        return button("destroy", words.of("run.destroy"), "fth-trash-2", actions::destroy);
    }
}
