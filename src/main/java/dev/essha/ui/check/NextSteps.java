package dev.essha.ui.check;

import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What comes after: how ESS is put on top, and the values that it needs, each to be copied. */
record NextSteps(Words words, List<HandOver.Value> values) {

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("check.next.bundle", "panel-note"));
        nodes.add(text("check.next.secrets", "panel-note"));
        nodes.add(values.isEmpty() ? text("check.next.no-values", "panel-note") : table());
        return nodes;
    }

    private GridPane table() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("values");
        for (int row = 0; row < values.size(); row++) {
            HandOver.Value value = values.get(row);
            Label name = new Label(value.name());
            TextField field = new TextField(value.value());
            field.setEditable(false);
            field.getStyleClass().addAll("mono", "value");
            field.setAccessibleText(value.name());
            name.setLabelFor(field);
            GridPane.setHgrow(field, Priority.ALWAYS);
            grid.addRow(row, name, field, new CopyButton(words, value.name(), value::value));
        }
        return grid;
    }

    private Label text(String key, String style) {
        Label label = new Label(words.of(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
