package dev.essha.ui.field;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A setting that is on or off. The words of its name say what is so when it is on; those of {@code setting.PATH.true} and
 * {@code setting.PATH.false}, how it stands and what that means.
 */
public final class ToggleSetting extends SettingField {

    private final ToggleSwitch input = new ToggleSwitch();
    private final Label state = new Label();

    public ToggleSetting() {
        getStyleClass().add("setting-toggle");
        state.setWrapText(true);
        state.setMaxWidth(Double.MAX_VALUE);
        state.setOnMouseClicked(_ -> input.fire());
        HBox.setHgrow(state, Priority.ALWAYS);
    }

    @Override
    protected Node build(Form form) {
        StringProperty text = form.draft().text(getPath());
        String key = Form.key(getPath());
        show(form, key, text.get());
        text.addListener((_, _, now) -> show(form, key, now));
        input.selectedProperty().addListener((_, _, on) -> text.set(String.valueOf(on)));
        input.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(input, state);
        row.getStyleClass().add("setting-row");
        return row;
    }

    /** What it means stands beside the switch, so that its state is not told by color or place alone. */
    private void show(Form form, String key, String text) {
        boolean on = Boolean.parseBoolean(text);
        input.setSelected(on);
        state.setText(form.words().of(key + (on ? ".true" : ".false")));
    }

    @Override
    protected boolean reservesRoom() {
        return false;
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
