package dev.essha.ui.field;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One setting. Below the input there is room for a sentence from the start, so that nothing moves when the engine has
 * something to say.
 */
public abstract class SettingField extends VBox implements FormPart {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label label = new Label();
    private final Label message = new Label();
    private final FontIcon mark = new FontIcon("fth-alert-circle");
    private final SaidLine said = new SaidLine(mark, message);
    private String path = "";
    private String subject = "";
    private String hint = "";
    private Form form;

    protected SettingField() {
        label.getStyleClass().add("setting-label");
        message.getStyleClass().add("setting-message");
        mark.managedProperty().bind(mark.visibleProperty());
    }

    public final String getPath() {
        return path;
    }

    /** @param path of the setting, {@code database.storageGiB} */
    public final void setPath(String path) {
        this.path = path;
    }

    /** @param subject of what it is a setting, for screen readers, where that is told by what stands around it */
    public final void setSubject(String subject) {
        this.subject = subject;
    }

    @Override
    public final void attach(Form shown) {
        form = shown;
        String key = Form.key(path);
        getStyleClass().add("setting");
        setId("setting-" + path.replaceAll("[.\\[\\]]+", "-"));
        label.setText(form.words().of(key));
        hint = form.words().has(key + ".hint") ? form.words().of(key + ".hint") : "";
        Node input = build(form);
        if (reservesRoom()) {
            said.reserve();
        } else {
            said.managedProperty().bind(message.textProperty().isNotEmpty());
        }
        label.setLabelFor(focusTarget());
        getChildren().setAll(label, input, said);
        judge();
        ObservableValue<?> judged = form.draft().judged();
        judged.addListener((_, _, _) -> judge());
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
        return subject.isEmpty() ? label.getText() : subject + ", " + label.getText();
    }

    /** What is wrong, in sentences: all that is at the path, unless a field shows parts of its setting elsewhere. */
    protected String wrong(Form of) {
        return of.wrongWith(path);
    }

    /** Says something else below the input, as long as nothing is wrong. */
    public final void hint(String other) {
        hint = other;
        judge();
    }

    /** An input with its unit behind it, if {@code setting.PATH.unit} has one. */
    protected final Node withUnit(Region input, Form of) {
        String key = Form.key(path) + ".unit";
        return of.words().has(key)
                ? withUnit(input, new SimpleStringProperty(of.words().of(key)))
                : input;
    }

    /** An input with a text behind it that may change. */
    protected static Node withUnit(Region input, ObservableValue<String> text) {
        Label unit = new Label();
        unit.getStyleClass().add("setting-unit");
        unit.setMinWidth(USE_PREF_SIZE);
        unit.textProperty().bind(text);
        HBox row = new HBox(input, unit);
        row.getStyleClass().add("setting-row");
        HBox.setHgrow(input, Priority.ALWAYS);
        return row;
    }

    private void judge() {
        String wrong = wrong(form);
        boolean bad = !wrong.isEmpty();
        message.setText(bad ? wrong : hint);
        mark.setVisible(bad);
        message.pseudoClassStateChanged(DANGER, bad);
        Node target = focusTarget();
        target.pseudoClassStateChanged(DANGER, bad);
        target.setAccessibleText(name());
        target.setAccessibleHelp(message.getText());
    }
}
