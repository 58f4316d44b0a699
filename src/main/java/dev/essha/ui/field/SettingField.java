package dev.essha.ui.field;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One setting. The line below the input has room for two lines of text from the start, so that nothing moves when the
 * engine has something to say.
 */
public abstract class SettingField extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label label = new Label();
    private final Label message = new Label();
    private String path = "";
    private String hint = "";

    protected SettingField() {
        getStyleClass().add("setting");
        label.getStyleClass().add("setting-label");
        message.getStyleClass().add("setting-message");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
    }

    public final String getPath() {
        return path;
    }

    /** @param path of the setting, {@code database.storageGiB} */
    public final void setPath(String path) {
        this.path = path;
    }

    /** Shows the setting from now on. */
    public final void attach(Form form) {
        String key = Form.key(path);
        setId("setting-" + path.replaceAll("[.\\[\\]]+", "-"));
        label.setText(form.words().of(key));
        hint = form.words().has(key + ".hint") ? form.words().of(key + ".hint") : "";
        Node input = build(form);
        if (!reservesRoom()) {
            message.managedProperty().bind(message.textProperty().isNotEmpty());
        }
        label.setLabelFor(focusTarget());
        getChildren().setAll(label, input, message);
        judge(form);
        ObservableValue<?> judged = form.draft().judged();
        judged.addListener((_, _, _) -> judge(form));
    }

    /** Makes the input and connects it with the draft's text. */
    protected abstract Node build(Form form);

    /** Whether the line below has its room although it is empty: not where the input can hardly be wrong. */
    protected boolean reservesRoom() {
        return true;
    }

    /** What takes the focus, and is told what is wrong for screen readers. */
    public abstract Node focusTarget();

    /** The name that screen readers say. */
    protected final String name() {
        return label.getText();
    }

    private void judge(Form form) {
        String wrong = form.wrongWith(path);
        boolean bad = !wrong.isEmpty();
        message.setText(bad ? wrong : hint);
        message.setGraphic(bad ? new FontIcon("fth-alert-circle") : null);
        message.pseudoClassStateChanged(DANGER, bad);
        Node target = focusTarget();
        target.pseudoClassStateChanged(DANGER, bad);
        target.setAccessibleText(name());
        target.setAccessibleHelp(message.getText());
    }
}
