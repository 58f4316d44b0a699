package dev.essha.ui.field;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** A list of texts, one to a line. */
public final class LinesSetting extends SettingField {

    private final TextArea input = new TextArea();
    private int rows = 3;

    public int getRows() {
        return rows;
    }

    /** @param rows how many lines are seen at once */
    public void setRows(int rows) {
        this.rows = rows;
    }

    @Override
    protected Node build(Form form) {
        input.setPrefRowCount(rows);
        input.textProperty().bindBidirectional(form.draft().text(getPath()));
        // Tab leaves the field, as everywhere else: a list has no use for tabs.
        input.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, Focus::leaveOnTab);
        return input;
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
