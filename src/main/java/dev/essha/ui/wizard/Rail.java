package dev.essha.ui.wizard;

import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The steps at the left: which one is shown, which are done and what was chosen there, which have problems again, which can
 * be entered.
 */
final class Rail extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Words words;

    Rail(Wizard wizard, Flow flow) {
        this.words = wizard.words();
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(words.of("shell.steps"));
        getChildren().add(brand());
        flow.stops().forEach(stop -> getChildren().add(item(stop, wizard, flow)));
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        getChildren().add(rest);
    }

    /** Puts something below the steps. */
    void below(Node node) {
        getChildren().add(node);
    }

    private HBox brand() {
        Label name = new Label(words.of("shell.product"));
        name.getStyleClass().add("rail-brand");
        Region logo = new Region();
        logo.getStyleClass().add("rail-logo");
        HBox brand = new HBox(logo, name);
        brand.getStyleClass().add("rail-head");
        return brand;
    }

    private Button item(Flow.Stop stop, Wizard wizard, Flow flow) {
        Step step = stop.step();
        FontIcon icon = new FontIcon(step.icon());
        Label name = new Label(words.of(step.key()));
        name.getStyleClass().add("rail-name");
        Label readback = new Label();
        readback.getStyleClass().add("rail-readback");
        readback.managedProperty().bind(readback.textProperty().isNotEmpty());
        // Wraps, at a width of its own: a button asks how high it is without saying how wide.
        readback.setMinWidth(USE_PREF_SIZE);
        VBox texts = new VBox(name, readback);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox row = new HBox(icon, texts);
        row.getStyleClass().add("rail-row");
        Button button = new Button();
        button.setId("rail-" + Labels.of(step));
        button.getStyleClass().setAll("rail-item");
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> flow.go(step));
        BooleanBinding reachable = flow.reachable(step);
        button.disableProperty().bind(reachable.not());
        follow(wizard, stop, button, icon, readback, reachable);
        return button;
    }

    /** State is told by icon, weight and words, not by color alone. */
    private void follow(
            Wizard wizard, Flow.Stop stop, Button button, FontIcon icon, Label readback, BooleanBinding reachable) {
        Step step = stop.step();
        Runnable show = () -> {
            boolean current = wizard.step().get() == step;
            int problems = passed(wizard, step) ? problems(wizard, step) : 0;
            boolean done = reachable.get()
                    && Boolean.TRUE.equals(stop.done().getValue())
                    && passed(wizard, step)
                    && problems == 0;
            button.pseudoClassStateChanged(CURRENT, current);
            button.pseudoClassStateChanged(DONE, done && !current);
            button.pseudoClassStateChanged(PROBLEM, problems > 0);
            icon.setIconLiteral(
                    problems > 0 ? "fth-alert-circle" : done && !current ? "fth-check-circle" : step.icon());
            String chosen =
                    stop.readback().getValue() == null ? "" : stop.readback().getValue();
            readback.setText(problems > 0 ? words.of("rail.problems", problems) : chosen);
            String state = words.of(current ? "shell.current" : done ? "shell.done" : "shell.open");
            button.setAccessibleText(words.of(step.key()) + ", " + state + ", " + readback.getText());
        };
        wizard.step().addListener((_, _, _) -> show.run());
        wizard.draft().judged().addListener((_, _, _) -> show.run());
        stop.done().addListener((_, _, _) -> show.run());
        stop.readback().addListener((_, _, _) -> show.run());
        reachable.addListener((_, _, _) -> show.run());
        show.run();
    }

    private static int problems(Wizard wizard, Step step) {
        return wizard.draft().judged().get().within(step.paths()).size();
    }

    private static boolean passed(Wizard wizard, Step step) {
        return step.ordinal() < wizard.furthest().ordinal();
    }
}
