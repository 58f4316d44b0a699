package dev.essha.ui.field;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.StringProperty;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;

/** A setting that is on or off. */
public final class ToggleSetting extends SettingField {

    private final ToggleSwitch input = new ToggleSwitch();

    public ToggleSetting() {
        getStyleClass().add("setting-toggle");
        input.setLabelPosition(HorizontalDirection.RIGHT);
    }

    @Override
    protected Node build(Form form) {
        StringProperty text = form.draft().text(getPath());
        String key = Form.key(getPath());
        show(form, key, text.get());
        text.addListener((_, _, now) -> show(form, key, now));
        input.selectedProperty().addListener((_, _, on) -> text.set(String.valueOf(on)));
        return input;
    }

    /** What it means stands beside the switch, so that its state is not told by color or place alone. */
    private void show(Form form, String key, String text) {
        boolean on = Boolean.parseBoolean(text);
        input.setSelected(on);
        input.setText(form.words().of(key + (on ? ".true" : ".false")));
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
