package dev.essha.ui.wizard;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings what is out of sight into view. */
final class Scrolling {

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
}
