package dev.essha.ui.diagram;

import dev.essha.diagram.Line;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;

/** An arrow with its label, which stands to the left of where it begins. */
final class LineNode extends Group {

    private static final double HEAD = 7;
    private static final double GAP = 4;
    /** How far before its box an arrow ends, so that the box's state does not cover its head. */
    private static final double SHORT = 4;
    /** From the start of an arrow down to the middle of its label. */
    private static final double DOWN = 15;

    private final javafx.scene.shape.Line shaft = new javafx.scene.shape.Line();
    private final Polygon head = new Polygon(0, 0, -HEAD, HEAD / 2, -HEAD, -HEAD / 2);
    private final Label label = new Label();
    private final Rotate turn = new Rotate();
    private Line line;

    LineNode() {
        head.getTransforms().setAll(turn);
        shaft.getStyleClass().add("drawing-line");
        head.getStyleClass().add("drawing-head");
        label.getStyleClass().add("drawing-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        setMouseTransparent(true);
        setAutoSizeChildren(false);
        getChildren().setAll(shaft, head, label);
    }

    void show(Line next) {
        line = next;
        label.setText(next.label());
    }

    void place(Scale scale) {
        double startX = scale.x(line.x1());
        double startY = scale.y(line.y1());
        double direction = Math.atan2(scale.y(line.y2()) - startY, scale.x(line.x2()) - startX);
        double endX = scale.x(line.x2()) - Math.cos(direction) * SHORT;
        double endY = scale.y(line.y2()) - Math.sin(direction) * SHORT;
        shaft.setStartX(startX);
        shaft.setStartY(startY);
        shaft.setEndX(endX - Math.cos(direction) * HEAD);
        shaft.setEndY(endY - Math.sin(direction) * HEAD);
        turn.setAngle(Math.toDegrees(direction));
        head.setTranslateX(endX);
        head.setTranslateY(endY);
        label.autosize();
        label.relocate(startX - GAP - label.getWidth(), startY + DOWN * scale.down() - label.getHeight() / 2);
    }
}
