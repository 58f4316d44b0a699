package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.StageId;
import dev.essha.pipeline.InstallOptions;
import dev.essha.ui.signin.SignInOverlay;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The run, alive: its stages, the drawing, the log; what a person has to do, and what can be done about a failure. */
public final class InstallPage implements Page {

    private final Wizard wizard;
    private final RunModel run;
    private final Layers layers;
    private final Pane root;
    private final RunHead head;
    private final RunCards cards;
    private final StageList stages;
    private final RunDrawing drawing;
    private final RunParts parts;
    private final ChangeListener<RunView> listener = (_, _, _) -> changed();
    private boolean shown;
    private Runnable signIn = () -> {};

    @FXML
    private VBox top;

    @FXML
    private Label notice;

    public InstallPage(Wizard wizard, RunModel run, Layers layers) {
        this.wizard = wizard;
        this.run = run;
        this.layers = layers;
        root = (Pane) PageLoader.load(this, wizard);
        head = new RunHead(wizard, run::cancel);
        cards = new RunCards(wizard.words(), new Actions());
        stages = new StageList(wizard.words());
        drawing = new RunDrawing(wizard);
        parts = new RunParts(
                panel(stages, "run-stages"),
                panel(drawing.view(), "run-drawing"),
                panel(new LogPanel(wizard, run).root(), "run-log"));
        root.getChildren().add(parts);
        top.getChildren().addAll(head.root(), cards);
        run.view().addListener(new WeakChangeListener<>(listener));
    }

    private static VBox panel(Node content, String style) {
        VBox panel = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        panel.getStyleClass().addAll("panel", style);
        return panel;
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
        boolean something = view.stand() != RunView.Stand.NONE;
        parts.setVisible(something);
        parts.setManaged(something);
        head.show(view);
        cards.show(view);
        stages.show(view);
        drawing.show(view);
        if (view.active()) {
            tell("");
        }
        if (view.state().pause().isEmpty() || !view.active()) {
            signIn.run();
        }
    }

    private void tell(String text) {
        notice.setText(text);
        notice.setManaged(!text.isEmpty());
    }

    /** The run has ended: the next one begins with whoever signs in now. */
    private void signInAnew() {
        wizard.venue().set(Optional.empty());
        wizard.errand().set(Optional.of(Step.INSTALL));
        wizard.step().set(Step.SIGN_IN);
    }

    /** What was run last; else what could be. */
    private Optional<RunOrder> order() {
        Optional<RunOrder> drafted = wizard.venue()
                .get()
                .flatMap(venue -> wizard.draft()
                        .judged()
                        .get()
                        .valid()
                        .map(plan -> new RunOrder(venue, plan, InstallOptions.DEFAULT)));
        return run.view().get().order().or(() -> drafted);
    }

    private final class Actions implements RunActions {

        @Override
        public void again() {
            run.again();
        }

        @Override
        public void saveDiagnostics() {
            order().ifPresent(o -> new DiagnosticsFile(wizard, InstallPage.this::tell)
                    .save(o, root.getScene().getWindow()));
        }

        @Override
        public void destroy() {
            order().ifPresent(o -> AccountQuestion.ask(wizard, o, layers, new DestroySubject(wizard.words(), run, o)));
        }

        @Override
        public void rollBack(StageId stage) {
            order().ifPresent(o ->
                    AccountQuestion.ask(wizard, o, layers, new RollBackSubject(wizard.words(), run, o, stage)));
        }

        @Override
        public void toReview() {
            wizard.step().set(Step.REVIEW);
        }

        @Override
        public void toImages() {
            wizard.step().set(Step.REGISTRY);
        }

        @Override
        public void toSignIn() {
            RunView now = run.view().get();
            Optional<Places.Session> open = run.session();
            if (open.isPresent()) {
                signIn = SignInOverlay.ask(
                        wizard, layers, now.order().orElseThrow().venue(), open.get());
            } else {
                signInAnew();
            }
        }
    }
}
