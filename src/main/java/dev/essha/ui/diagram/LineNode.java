package dev.essha.ui.diagram;

import dev.essha.diagram.Line;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;

/** An arrow with its label, which stands to the left of where it begins. */
final class LineNode extends Group {

    private static final double HEAD = 7;
    private static final double GAP = 4;
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

    /** @param origin of the drawing in the view */
    void place(Point2D origin, double scale) {
        double endX = origin.getX() + line.x2() * scale;
        double endY = origin.getY() + line.y2() * scale;
        double startX = origin.getX() + line.x1() * scale;
        double startY = origin.getY() + line.y1() * scale;
        double direction = Math.atan2(endY - startY, endX - startX);
        shaft.setStartX(startX);
        shaft.setStartY(startY);
        shaft.setEndX(endX - Math.cos(direction) * HEAD);
        shaft.setEndY(endY - Math.sin(direction) * HEAD);
        turn.setAngle(Math.toDegrees(direction));
        head.setTranslateX(endX);
        head.setTranslateY(endY);
        label.autosize();
        label.relocate(startX - GAP - label.getWidth(), startY + DOWN * scale - label.getHeight() / 2);
    }
}
