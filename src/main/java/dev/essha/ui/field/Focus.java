package dev.essha.ui.field;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where the focus goes. */
final class Focus {

    private Focus() {}

    static void leaveOnTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && event.getSource() instanceof Node node) {
            node.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
