package dev.essha.ui.cost;

import dev.essha.plan.Plan;
import dev.essha.plan.ProblemText;
import dev.essha.plan.ZoneLoss;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is left of a plan when a zone is lost, a sentence on each part. */
public final class ZoneLossPanel extends VBox {

    private final Words words;
    private final ProblemText sentences;
    private final VBox remarks = new VBox();

    public ZoneLossPanel(Words words) {
        this.words = words;
        this.sentences = new ProblemText(words.engineLocale());
        setId("zone-loss");
        getStyleClass().addAll("panel", "zone-loss");
        Label title = new Label(words.of("loss.title"));
        title.getStyleClass().add("panel-title");
        remarks.getStyleClass().add("loss-remarks");
        getChildren().addAll(title, remarks);
    }

    public void show(Plan plan) {
        remarks.getChildren()
                .setAll(ZoneLoss.of(plan).remarks().stream().map(this::line).toList());
    }

    private Node line(ZoneLoss.Remark remark) {
        String outlook = Labels.of(remark.outlook());
        FontIcon icon = new FontIcon(
                switch (remark.outlook()) {
                    case HOLDS -> "fth-check-circle";
                    case FAILS -> "fth-alert-triangle";
                    case UNKNOWN -> "fth-help-circle";
                });
        Label sentence = new Label(sentences.sentence(remark));
        sentence.setWrapText(true);
        sentence.setAccessibleText(words.of("loss." + outlook) + ": " + sentence.getText());
        HBox line = new HBox(icon, sentence);
        line.getStyleClass().addAll("loss", "loss-" + outlook);
        return line;
    }
}
