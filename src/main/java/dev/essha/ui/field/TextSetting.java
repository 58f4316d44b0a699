package dev.essha.ui.field;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A setting that is typed: a text or a number, with its unit behind it if {@code setting.PATH.unit} has one. */
public final class TextSetting extends SettingField {

    private final TextField input = new TextField();

    @Override
    protected Node build(Form form) {
        input.textProperty().bindBidirectional(form.draft().text(getPath()));
        String key = Form.key(getPath());
        if (form.words().has(key + ".prompt")) {
            input.setPromptText(form.words().of(key + ".prompt"));
        }
        if (!form.words().has(key + ".unit")) {
            return input;
        }
        Label unit = new Label(form.words().of(key + ".unit"));
        unit.getStyleClass().add("setting-unit");
        unit.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(input, unit);
        row.getStyleClass().add("setting-row");
        HBox.setHgrow(input, Priority.ALWAYS);
        return row;
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
