package dev.essha.ui.check;

import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * What comes after: how ESS is put on top, and the values that it needs, each to be copied.
 *
 * @param values by name; empty where they are not known
 */
record NextSteps(Words words, SortedMap<String, String> values) {

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
        values.forEach((name, value) -> grid.addRow(grid.getRowCount(), row(name, value)));
        return grid;
    }

    private Node[] row(String name, String value) {
        Label label = new Label(name);
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().addAll("mono", "value");
        field.setAccessibleText(name);
        label.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        return new Node[] {label, field, new CopyButton(words, name, () -> value)};
    }

    private Label text(String key, String style) {
        Label label = new Label(words.of(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
