package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Destroyer;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what a destroy would take down and what it would leave, and asks for the deployment's name where it is real. */
final class DestroyQuestion {

    private final Wizard wizard;
    private final Words words;
    private final RunModel run;
    private final RunOrder order;
    private final LookUp<Boolean, DestroyPlan> lookUp;
    private final Runnable close;

    @FXML
    private Label title;

    @FXML
    private CheckBox deleteData;

    @FXML
    private ProgressIndicator looking;

    @FXML
    private VBox list;

    @FXML
    private VBox naming;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Button destroy;

    @FXML
    private Button keep;

    private DestroyQuestion(Wizard wizard, RunModel run, RunOrder order, Layers layers) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.run = run;
        this.order = order;
        lookUp = new LookUp<>(wizard.background(), Timers.pause(), this::look);
        Region root = (Region) PageLoader.loadBare(this, wizard);
        title.setText(words.of("run.destroy.title", order.deployment()));
        root.setAccessibleText(title.getText());
        naming.setVisible(!order.venue().isRehearsal());
        naming.setManaged(naming.isVisible());
        nameLabel.setText(words.of("run.destroy.name", order.deployment()));
        nameLabel.setLabelFor(name);
        name.textProperty().addListener((_, _, _) -> show());
        deleteData.selectedProperty().addListener((_, _, all) -> lookUp.ask(all, Duration.ZERO));
        lookUp.state().addListener((_, _, _) -> show());
        close = layers.open(root, keep, this::leave);
        keep.setOnAction(_ -> leave());
        destroy.setOnAction(_ -> go());
        lookUp.ask(false, Duration.ZERO);
    }

    /** Asks. */
    static void ask(Wizard wizard, RunModel run, RunOrder order, Layers layers) {
        new DestroyQuestion(wizard, run, order, layers);
    }

    private DestroyPlan look(boolean withData) {
        Places.Session session = wizard.session(order.venue(), order.plan().plan());
        return new Destroyer(session.cloud(), session.time(), _ -> {}).list(Blueprint.of(order.plan()), withData);
    }

    private void show() {
        Optional<DestroyPlan> plan = Optional.empty();
        looking.setVisible(false);
        switch (lookUp.state().get()) {
            case LookUp.State.Idle<Boolean, DestroyPlan> _ -> list.getChildren().clear();
            case LookUp.State.Running<Boolean, DestroyPlan> _ -> looking.setVisible(true);
            case LookUp.State.Failed<Boolean, DestroyPlan> failed ->
                list.getChildren().setAll(failure(failed.failure()));
            case LookUp.State.Answered<Boolean, DestroyPlan> answered -> {
                plan = Optional.of(answered.answer());
                list.getChildren().setAll(lines(answered.answer()));
            }
        }
        boolean named = order.venue().isRehearsal() || name.getText().strip().equals(order.deployment());
        destroy.setDisable(!named || plan.filter(p -> !p.touchesNothing()).isEmpty());
    }

    private List<Label> failure(Throwable failure) {
        Failures.Told told = wizard.failures().tell(failure);
        return List.of(line("fth-alert-octagon", told.what() + " " + told.todo()));
    }

    private List<Label> lines(DestroyPlan plan) {
        List<Label> lines = new ArrayList<>();
        plan.stacks()
                .forEach(s -> lines.add(goes(words.of(
                        "run.destroy.stack", s.stack().name(), s.resources().size()))));
        plan.data().forEach(d -> {
            String text = "%s %s: %s".formatted(Spell.type(d.type()), d.physicalId(), d.what());
            lines.add(d.goes() ? goes(text) : stays(text));
        });
        plan.adopted()
                .ifPresent(a -> lines.add(stays(
                        words.of("run.destroy.adopted", String.join(", ", a.ids()), String.join(", ", a.keys())))));
        plan.foreign().forEach(f -> lines.add(stays("%s %s: %s".formatted(f.what(), f.name(), f.why()))));
        plan.unseen().forEach(u -> lines.add(line("fth-help-circle", u.what())));
        if (plan.isEmpty()) {
            lines.addFirst(line("fth-info", words.of("run.destroy.nothing")));
        }
        return lines;
    }

    private Label goes(String text) {
        return line("fth-trash-2", words.of("run.destroy.goes", text));
    }

    private Label stays(String text) {
        return line("fth-lock", words.of("run.destroy.stays", text));
    }

    private static Label line(String icon, String text) {
        Label line = new Label(text, new FontIcon(icon));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("destroy-line");
        return line;
    }

    private void leave() {
        lookUp.clear();
        close.run();
    }

    private void go() {
        if (lookUp.state().get() instanceof LookUp.State.Answered<Boolean, DestroyPlan> answered) {
            leave();
            run.destroy(order, answered.answer());
        }
    }
}
