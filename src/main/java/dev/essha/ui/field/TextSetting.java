package dev.essha.ui.field;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** A setting that is typed: a text or a number, with its unit behind it if {@code setting.PATH.unit} has one. */
public final class TextSetting extends SettingField {

    private final TextField input = new TextField();
    private Optional<ObservableValue<String>> meaning = Optional.empty();

    /** Puts what the text means, rather than a unit, behind the input; before {@link #attach}. */
    public void meaning(ObservableValue<String> text) {
        meaning = Optional.of(text);
    }

    @Override
    protected Node build(Form form) {
        input.textProperty().bindBidirectional(form.draft().text(getPath()));
        String prompt = Form.key(getPath()) + ".prompt";
        if (form.words().has(prompt)) {
            input.setPromptText(form.words().of(prompt));
        }
        return meaning.map(text -> withUnit(input, text)).orElseGet(() -> withUnit(input, form));
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
