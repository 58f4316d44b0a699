package dev.essha.launch;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;

/** What a person reads on the window. */
final class Seen {

    private static final FxRobot ROBOT = new FxRobot();

    private Seen() {}

    static Node node(String id) {
        return ROBOT.lookup(id).query();
    }

    static boolean isThere(String id) {
        return ROBOT.lookup(id).tryQuery().isPresent();
    }

    /** Everything that is said at or below a node and not hidden; nothing where there is no such node. */
    static String text(String id) {
        return ROBOT.lookup(id)
                .tryQuery()
                .map(n -> ROBOT.from(n).lookup((Node l) -> isShown(l) && !said(l).isEmpty()).queryAll().stream()
                        .map(Seen::said)
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    /** What each of several nodes says. */
    static List<String> texts(String selector) {
        return ROBOT.lookup(selector).queryAll().stream().map(Seen::said).toList();
    }

    private static String said(Node node) {
        return switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case TextInputControl input when input.getText() != null -> input.getText();
            default -> "";
        };
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }
}
