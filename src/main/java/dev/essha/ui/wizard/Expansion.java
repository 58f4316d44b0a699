package dev.essha.ui.wizard;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/** Sections that can be closed. */
final class Expansion {

    private Expansion() {}

    /** Opens every closed section around a node. */
    static void open(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TitledPane pane) {
                pane.setExpanded(true);
            }
        }
    }
}
