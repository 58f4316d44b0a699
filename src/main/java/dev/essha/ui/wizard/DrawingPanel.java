package dev.essha.ui.wizard;

import dev.essha.diagram.DeploymentDrawing;
import dev.essha.plan.Plan;
import dev.essha.ui.diagram.DrawingView;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the draft would become, drawn anew while somebody types. What cannot be read changes nothing. */
final class DrawingPanel extends VBox {

    private final DrawingView view;
    private final Words words;

    DrawingPanel(Words words, Draft draft) {
        this.words = words;
        getStyleClass().add("drawing-panel");
        view = new DrawingView(words);
        Label title = new Label(words.of("diagram.title"));
        title.getStyleClass().add("panel-title");
        setVgrow(view, Priority.ALWAYS);
        getChildren().setAll(title, view);
        draft.readable().subscribe(this::draw);
    }

    /** Without any zone there is nothing to draw. */
    private void draw(Plan plan) {
        if (!plan.network().zones().isEmpty()) {
            view.show(DeploymentDrawing.of(plan, words.engineLocale()));
        }
    }
}
