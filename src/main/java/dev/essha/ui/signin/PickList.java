package dev.essha.ui.signin;

import dev.essha.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** A list to pick one thing from, with a field that filters it. */
final class PickList<T> extends VBox {

    private static final double ROW = 48;

    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final FilteredList<T> shown = new FilteredList<>(items);
    private final TextField filter = new TextField();
    private final ListView<T> list = new ListView<>(shown);
    private final Function<T, String> name;
    private final Function<T, String> detail;
    private Predicate<T> usable = _ -> true;

    /**
     * @param id of the list; the filter's is {@code ID-filter}
     * @param key of what is picked
     */
    PickList(Words words, String id, String key, Function<T, String> name, Function<T, String> detail) {
        this.name = name;
        this.detail = detail;
        getStyleClass().add("pick-list");
        Label label = new Label(words.of(key));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(list);
        filter.setId(id + "-filter");
        filter.setPromptText(words.of("signin.filter"));
        filter.setAccessibleText(words.of("signin.filter") + ": " + words.of(key));
        filter.textProperty().addListener((_, _, typed) -> filter(typed));
        list.setId(id);
        list.setAccessibleText(words.of(key));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        getChildren().setAll(label, filter, list);
        rows(4);
    }

    /** @param count how many are seen at once */
    void rows(int count) {
        list.setPrefHeight(count * ROW + 2);
        list.setMinHeight(count * ROW + 2);
    }

    /** @param test whether something can be picked; what cannot be is shown, with its reason as detail */
    void usable(Predicate<T> test) {
        usable = test;
    }

    void items(List<T> all) {
        Optional<T> picked = picked();
        items.setAll(all);
        picked.filter(all::contains).ifPresent(list.getSelectionModel()::select);
        if (all.size() == 1) {
            list.getSelectionModel().selectFirst();
        }
    }

    Optional<T> picked() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).filter(usable);
    }

    ReadOnlyObjectProperty<T> selected() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /** @param action when something is picked by Enter or a double click */
    void onPick(Runnable action) {
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && picked().isPresent()) {
                event.consume();
                action.run();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && picked().isPresent()) {
                action.run();
            }
        });
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(item -> (name.apply(item) + " " + detail.apply(item))
                .toLowerCase(Locale.ROOT)
                .contains(wanted));
    }

    private final class Cell extends ListCell<T> {

        private final Label title = new Label();
        private final Label about = new Label();
        private final VBox content = new VBox(title, about);

        private Cell() {
            title.getStyleClass().add("pick-name");
            about.getStyleClass().add("pick-detail");
            about.setTextOverrun(OverrunStyle.ELLIPSIS);
            content.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : content);
            if (!empty) {
                title.setText(name.apply(item));
                about.setText(detail.apply(item));
                setDisable(!usable.test(item));
                setAccessibleText(title.getText() + ", " + about.getText());
            } else {
                setDisable(false);
            }
        }
    }
}
