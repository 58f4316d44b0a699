package dev.essha.ui.wizard;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings what is out of sight into view. */
final class Scrolling {

    /** What is left free around a node that is brought into view as a whole. */
    private static final double MARGIN = 16;

    private Scrolling() {}

    /** Scrolls what is around a node until the node is in the upper third. */
    static void toward(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                show(pane, node);
            }
        }
    }

    private static void show(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - seen;
        if (room > 0) {
            pane.setVvalue(Math.clamp((place.getMinY() - seen / 3) / room, 0, 1));
        }
    }

    /** Scrolls no further than it takes until all of a node is in view, or its beginning where it is higher than the view. */
    static void wholly(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - seen;
        if (room > 0) {
            double first = place.getMinY() - MARGIN;
            double lowest = Math.max(pane.getVvalue() * room, place.getMaxY() + MARGIN - seen);
            pane.setVvalue(Math.clamp(Math.min(first, lowest) / room, 0, 1));
        }
    }

    /** Whether all of a node has room in what is seen. */
    static boolean hasRoom(ScrollPane pane, Node node) {
        return node.getLayoutBounds().getHeight() + 2 * MARGIN
                <= pane.getViewportBounds().getHeight();
    }
}
