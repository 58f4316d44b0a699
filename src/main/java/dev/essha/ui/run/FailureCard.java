package dev.essha.ui.run;

import atlantafx.base.theme.Styles;
import dev.essha.application.Spell;
import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StageFailure;
import dev.essha.pipeline.StagePhase;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why stages failed, and what can be done; the first real cause of each, never a consequence of it. */
final class FailureCard extends Card {

    private final Words words;

    FailureCard(Words words, RunView view, RunActions actions) {
        super("failure", Tone.BAD, words.of("run.failure.title", failures(view).size()));
        this.words = words;
        StageWords stages = new StageWords(words);
        failures(view).forEach((stage, failure) -> {
            VBox cause = cause(stage, stages.name(stage), failure);
            if (!view.active() && canGoBack(view, stage)) {
                cause.getChildren().add(rollBack(stage, stages.name(stage), actions));
            }
            getChildren().add(cause);
        });
        if (view.active()) {
            say(words.of("run.failure.still-running"));
        } else {
            say(words.of(destroys(view) ? "run.failure.kept.destroy" : "run.failure.kept"));
            offer(view, actions);
        }
    }

    private static boolean destroys(RunView view) {
        return view.operation() == Event.Operation.DESTROY;
    }

    /** It was waited for, in vain. */
    private static boolean nobodyIsSignedIn(RunView view) {
        return view.state().pause().isPresent();
    }

    /** What failed so far. */
    static SortedMap<StageId, StageFailure> failures(RunView view) {
        SortedMap<StageId, StageFailure> failures = new TreeMap<>();
        view.state().stages().forEach((stage, state) -> {
            if (state.phase() instanceof StagePhase.Failed(StageFailure failure)) {
                failures.put(stage, failure);
            }
        });
        return failures;
    }

    /** Steps have no resources: nothing of theirs can be taken back. */
    private static boolean canGoBack(RunView view, StageId stage) {
        return !destroys(view) && view.state().stages().get(stage).announced().resources() > 0;
    }

    private Button rollBack(StageId stage, String name, RunActions actions) {
        Button back = button(
                "roll-back-" + stage.label(),
                words.of("run.roll-back"),
                "fth-rotate-ccw",
                () -> actions.rollBack(stage));
        back.setAccessibleText(words.of("run.roll-back.title", name));
        return back;
    }

    private VBox cause(StageId stage, String name, StageFailure failure) {
        Label what = new Label(
                failure.logicalId().isEmpty()
                        ? name
                        : words.of("run.failure.resource", name, failure.logicalId(), Spell.type(failure.type())));
        what.getStyleClass().add("failure-what");
        Label reason = new Label(failure.reason());
        reason.setId("failure-reason-" + stage.label());
        reason.getStyleClass().add("failure-reason");
        Label advice = new Label(failure.advice());
        advice.setId("failure-advice-" + stage.label());
        VBox box = new VBox(what, reason, advice);
        box.getStyleClass().add("failure");
        Stream.of(what, reason, advice).forEach(label -> label.setWrapText(true));
        return box;
    }

    private void offer(RunView view, RunActions actions) {
        Button again = destroys(view)
                ? button("retry", words.of("run.retry.destroy"), "fth-rotate-cw", actions::destroy)
                : button("retry", words.of("run.retry"), "fth-rotate-cw", actions::again);
        again.getStyleClass().add(Styles.ACCENT);
        Button diagnostics =
                button("diagnostics", words.of("run.diagnostics"), "fth-archive", actions::saveDiagnostics);
        List<Node> offered = new ArrayList<>(List.of(again, diagnostics));
        if (nobodyIsSignedIn(view)) {
            offered.addFirst(signIn(words, actions));
        }
        if (!destroys(view)) {
            offered.add(button("destroy", words.of("run.destroy"), "fth-trash-2", actions::destroy));
        }
        buttons(offered.toArray(Node[]::new));
    }
}
