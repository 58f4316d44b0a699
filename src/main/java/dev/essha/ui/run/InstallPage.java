package dev.essha.ui.run;

import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Wizard;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The run, alive: its stages, the drawing, the log; what a person has to do, and what can be done about a failure. */
public final class InstallPage implements Page {

    private final Wizard wizard;
    private final RunModel run;
    private final Layers layers;
    private final Parent root;
    private final RunHead head;
    private final RunCards cards;
    private final StageList stages;
    private final ChangeListener<RunView> listener = (_, _, _) -> changed();
    private boolean shown;

    @FXML
    private VBox top;

    @FXML
    private VBox left;

    @FXML
    private VBox drawing;

    @FXML
    private VBox log;

    @FXML
    private Label notice;

    public InstallPage(Wizard wizard, RunModel run, Layers layers) {
        this.wizard = wizard;
        this.run = run;
        this.layers = layers;
        root = PageLoader.load(this, wizard);
        head = new RunHead(wizard, run::cancel);
        cards = new RunCards(wizard.words(), new Actions());
        stages = new StageList(wizard.words());
        Parent logPanel = new LogPanel(wizard, run).root();
        VBox.setVgrow(logPanel, Priority.ALWAYS);
        top.getChildren().addAll(head.root(), cards);
        left.getChildren().add(stages);
        log.getChildren().add(logPanel);
        run.view().addListener(new WeakChangeListener<>(listener));
    }

    @Override
    public Parent root() {
        return root;
    }

    /** Goes on once something stands that can be judged. */
    @Override
    public Primary primary() {
        return new Primary("run.to-checklist", wizard.installed(), null);
    }

    @Override
    public void entered() {
        shown = true;
        changed();
    }

    @Override
    public void left() {
        shown = false;
    }

    private void changed() {
        if (shown) {
            show(run.view().get());
        }
    }

    private void show(RunView view) {
        head.show(view);
        cards.show(view);
        stages.show(view);
        if (view.active()) {
            tell("");
        }
    }

    private void tell(String text) {
        notice.setText(text);
        notice.setManaged(!text.isEmpty());
    }

    private final class Actions implements RunActions {

        @Override
        public void again() {
            run.again();
        }

        @Override
        public void saveDiagnostics() {
            run.view()
                    .get()
                    .order()
                    .ifPresent(order -> new DiagnosticsFile(wizard, InstallPage.this::tell)
                            .save(order, root.getScene().getWindow()));
        }

        @Override
        public void destroy() {
            run.view().get().order().ifPresent(order -> DestroyQuestion.ask(wizard, run, order, layers));
        }

        @Override
        public void toReview() {
            wizard.step().set(Step.REVIEW);
        }

        @Override
        public void toSignIn() {
            wizard.step().set(Step.SIGN_IN);
        }
    }
}
