package dev.essha.ui.field;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/**
 * A setting with a counted number of values, as a list that opens. An option is called what stands under
 * {@code setting.PATH.OPTION}, or what the file calls it.
 */
public final class ChoiceSetting extends SettingField {

    private final ComboBox<String> input = new ComboBox<>();

    @Override
    protected Node build(Form form) {
        StringProperty text = form.draft().text(getPath());
        input.setMaxWidth(Double.MAX_VALUE);
        input.setConverter(names(form));
        input.getItems().setAll(form.draft().options(getPath()));
        input.valueProperty().bindBidirectional(text);
        return withUnit(input, form);
    }

    private StringConverter<String> names(Form form) {
        String key = Form.key(getPath());
        return new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : form.words().orPlain(key + "." + option, option);
            }

            @Override
            public String fromString(String name) {
                return name;
            }
        };
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
