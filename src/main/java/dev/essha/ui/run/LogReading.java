package dev.essha.ui.run;

import dev.essha.ui.control.Viewports;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The chosen line of a log in full, for a row may be too narrow for it, and the way to copy all that are chosen. As high
 * whatever is chosen; what is longer scrolls.
 */
final class LogReading extends HBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int ROWS = 2;

    LogReading(Words words, ListView<LogLine> list) {
        TextArea whole = new TextArea();
        whole.setId("log-whole");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(ROWS);
        whole.setMinHeight(USE_PREF_SIZE);
        Viewports.drawChangesOnly(whole);
        whole.setPromptText(words.of("run.log.whole.none"));
        whole.setAccessibleText(words.of("run.log.whole"));
        whole.textProperty()
                .bind(list.getSelectionModel()
                        .selectedItemProperty()
                        .map(LogLine::whole)
                        .orElse(""));
        HBox.setHgrow(whole, Priority.ALWAYS);
        CopyButton copy = new CopyButton(words, words.of("run.log.chosen"), () -> chosen(list));
        copy.setId("log-copy");
        copy.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        list.setOnKeyPressed(pressed -> {
            if (COPY.match(pressed)) {
                copy.fire();
                pressed.consume();
            }
        });
        getStyleClass().add("log-reading");
        getChildren().setAll(whole, copy);
    }

    /** Lines as they stand in a saved log. */
    private static String chosen(ListView<LogLine> list) {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(LogLine::plain)
                .collect(Collectors.joining("\n"));
    }
}
