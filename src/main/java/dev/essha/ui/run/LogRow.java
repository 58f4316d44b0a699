package dev.essha.ui.run;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Time, icon, stage, subject and outcome of a line of the log, beside each other. Where they do not fit, the subject is
 * shortened; the outcome only where it would leave too little to the subject. As narrow as it is made.
 */
final class LogRow extends Pane {

    private static final double GAP = 8;
    /** As wide as a space, for a subject and its outcome are one sentence. */
    private static final double SPACE = 4;
    /** The share in the room that the subject has in any case. The rest suffices for a state, and not for its reason. */
    private static final double SUBJECT = 0.6;

    private final Label time;
    private final FontIcon icon;
    private final Label stage;
    private final Label subject;
    private final Label outcome;
    private boolean columned;

    LogRow(Label time, FontIcon icon, Label stage, Label subject, Label outcome) {
        super(time, icon, stage, subject, outcome);
        this.time = time;
        this.icon = icon;
        this.stage = stage;
        this.subject = subject;
        this.outcome = outcome;
        getStyleClass().add("log-row");
        stage.setVisible(false);
    }

    /** Whether the stage has a column of its own, as wide as the style says, so that the texts begin below each other. */
    void setColumned(boolean columned) {
        this.columned = columned;
        stage.setVisible(columned);
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Arrays.stream(new Label[] {time, stage, subject, outcome})
                .mapToDouble(label -> snapSizeY(label.prefHeight(-1)))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double at = place(time, 0, wanted(time)) + GAP;
        at = place(icon, at, wanted(icon)) + GAP;
        if (columned) {
            at = place(stage, at, snapSizeX(stage.minWidth(-1))) + GAP;
        }
        double room = Math.max(0, getWidth() - at);
        double ending = outcome.getText().isEmpty() ? 0 : wanted(outcome) + SPACE;
        double beginning = Math.min(wanted(subject), Math.max(room - ending, Math.floor(room * SUBJECT)));
        at = place(subject, at, beginning) + SPACE;
        place(outcome, at, Math.max(0, Math.min(room - beginning - SPACE, wanted(outcome))));
    }

    private double wanted(Node part) {
        return snapSizeX(part.prefWidth(-1));
    }

    /** Puts a part in the middle of the height, and says where it ends. */
    private double place(Node part, double at, double width) {
        double height = snapSizeY(part.prefHeight(-1));
        part.resizeRelocate(at, snapPositionY((getHeight() - height) / 2), width, height);
        return at + width;
    }
}
