package dev.essha.launch;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;

/** A person at mouse and keyboard, who scrolls to what they want to click and tabs to what they want to press. */
final class Hands {

    /** More than the busiest page has to tab through. */
    private static final int TABS = 150;

    private final TestWindow test;
    private final FxRobot robot = new FxRobot();

    Hands(TestWindow test) {
        this.test = test;
    }

    boolean sees(String id) {
        return robot.lookup(id).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    void click(String id) {
        reveal(id);
        robot.clickOn(id);
    }

    /** Takes the place of what a field says. */
    void fill(String id, String text) {
        click(id);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.type(KeyCode.DELETE);
        robot.write(text);
    }

    /** Scrolls until something can be clicked, and stays where it is: what has just come up is still being laid out. */
    private void reveal(String id) {
        Bounds seen;
        do {
            scrollTo(id);
            seen = place(id);
            settle();
        } while (!seen.equals(place(id)));
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Bounds place(String id) {
        return place(robot.lookup(id).<Node>query());
    }

    private void settle() {
        try {
            test.settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void scrollTo(String id) {
        test.onWindow(() -> {
            Node node = robot.lookup(id).query();
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane && pane.getContent() != null) {
                    scroll(pane, node);
                }
            }
        });
    }

    private static void scroll(ScrollPane pane, Node node) {
        pane.layout();
        double top = pane.getContent()
                .sceneToLocal(node.localToScene(node.getLayoutBounds()))
                .getMinY();
        double seen = pane.getViewportBounds().getHeight();
        double room = pane.getContent().getLayoutBounds().getHeight() - seen;
        if (room > 0) {
            pane.setVvalue(Math.clamp((top - seen / 2) / room, 0, 1));
        }
    }

    /**
     * Presses Tab until something has the focus, or something in it.
     *
     * @throws AssertionError where Tab never leads there, or where it cannot be seen then
     */
    void tabTo(String id) {
        Node wanted = robot.lookup(id).query();
        for (int i = 0; i < TABS; i++) {
            if (hasFocus(wanted)) {
                requireSeen(id);
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id + " but to " + focused());
    }

    /** Goes there by Tab and presses it. */
    void press(String id) {
        tabTo(id);
        robot.type(KeyCode.SPACE);
    }

    void type(KeyCode key) {
        robot.type(key);
    }

    void write(String text) {
        robot.write(text);
    }

    Node focused() {
        return test.stage().getScene().getFocusOwner();
    }

    private boolean hasFocus(Node wanted) {
        for (Node at = focused(); at != null; at = at.getParent()) {
            if (at == wanted) {
                return true;
            }
        }
        return false;
    }

    private void requireSeen(String id) {
        test.onWindow(() -> test.stage().getScene().getRoot().layout());
        Bounds bounds = place(focused());
        double middle = (bounds.getMinY() + bounds.getMaxY()) / 2;
        if (middle < 0 || middle > test.stage().getScene().getHeight()) {
            throw new AssertionError(id + " has the focus out of sight, at " + bounds);
        }
    }
}
