package dev.essha.ui.run;

import dev.essha.pipeline.Event;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of the page: what is going on, how far it is, and how to stop it. */
final class RunHead {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Words words;
    private final RunWords run;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private Label place;

    @FXML
    private HBox progress;

    @FXML
    private HBox times;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label share;

    @FXML
    private Label elapsed;

    @FXML
    private Label left;

    @FXML
    private Label stopping;

    @FXML
    private Button cancel;

    RunHead(Wizard wizard, Runnable cancelled) {
        words = wizard.words();
        run = new RunWords(words);
        root = PageLoader.loadBare(this, wizard);
        cancel.setOnAction(_ -> cancelled.run());
    }

    Parent root() {
        return root;
    }

    void show(RunView view) {
        title.setText(run.title(view));
        place.setText(view.order().map(run::place).orElse(words.of("run.lead.none")));
        progress(view);
        cancel(view);
    }

    private void progress(RunView view) {
        boolean something = view.stand() != RunView.Stand.NONE;
        progress.setVisible(something);
        progress.setManaged(something);
        times.setVisible(something);
        times.setManaged(something);
        boolean failed = view.end().filter(RunHead::isBad).isPresent();
        progress.pseudoClassStateChanged(FAILED, failed);
        share.setGraphic(failed ? new FontIcon("fth-x-circle") : null);
        boolean begun = view.state().started().isPresent();
        double bar = view.state().bar();
        this.bar.setProgress(begun || !view.active() ? bar : ProgressBar.INDETERMINATE_PROGRESS);
        share.setText(begun && !failed ? run.share(view) : "");
        elapsed.setText(begun ? run.elapsed(view) : "");
        left.setText(run.left(view));
    }

    private static boolean isBad(RunEnd end) {
        return !(end instanceof RunEnd.Finished(Event.Outcome outcome)) || outcome == Event.Outcome.FAILED;
    }

    /** What a press means is said before it is pressed. */
    private void cancel(RunView view) {
        cancel.setVisible(view.active());
        cancel.setDisable(view.stand() == RunView.Stand.LEAVING);
        boolean again = view.stand() == RunView.Stand.STOPPING || view.stand() == RunView.Stand.LEAVING;
        cancel.setText(words.of(again ? "run.cancel.again" : "run.cancel"));
        boolean rehearsal = view.order().filter(o -> o.venue().isRehearsal()).isPresent();
        stopping.setText(
                again && view.active() ? words.of(rehearsal ? "run.stopping.rehearsal" : "run.stopping.account") : "");
        stopping.setManaged(!stopping.getText().isEmpty());
    }
}
