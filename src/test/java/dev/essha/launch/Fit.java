package dev.essha.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is cut off in a window as it is laid out now: things beyond the edge of what they scroll in, and shortened texts. */
final class Fit {

    /** Rounding to whole pixels. */
    private static final double SLACK = 1.5;

    /** Texts that may be shortened: the whole text is in a tooltip or a line that opens. */
    private static final Set<String> SHORTENED = Set.of("log-text", "log-stage", "stage-detail");

    private final List<String> faults = new ArrayList<>();

    private Fit() {}

    /** What is cut off at or below a node, a line each; to be asked on JavaFX's thread. */
    static List<String> faults(Parent root) {
        root.applyCss();
        root.layout();
        Fit fit = new Fit();
        fit.look(root, root.localToScene(root.getLayoutBounds()));
        return fit.faults;
    }

    private void look(Node node, Bounds room) {
        if (!node.isVisible() || isElsewhere(node)) {
            return;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (place.getWidth() > 0
                && (place.getMinX() < room.getMinX() - SLACK || place.getMaxX() > room.getMaxX() + SLACK)) {
            faults.add("%s at %.0f to %.0f, beyond %.0f to %.0f"
                    .formatted(name(node), place.getMinX(), place.getMaxX(), room.getMinX(), room.getMaxX()));
            return;
        }
        if (node instanceof Labeled labeled && isShortened(labeled)) {
            faults.add("%s shows less than \"%s\"".formatted(name(node), labeled.getText()));
        }
        if (node instanceof Parent parent) {
            Bounds inside = node instanceof ScrollPane pane ? viewport(pane) : room;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inside));
        }
    }

    /** What scrolls sideways by itself, or is not there for people to read. */
    private static boolean isElsewhere(Node node) {
        return node instanceof TextInputControl
                || node instanceof ListView<?>
                || node instanceof ScrollBar
                || node.getStyleClass().contains("drawing-glow");
    }

    private static Bounds viewport(ScrollPane pane) {
        Node viewport = pane.lookup(".viewport");
        Bounds place = viewport.localToScene(viewport.getLayoutBounds());
        if (pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER) {
            return place;
        }
        Bounds content = pane.getContent().localToScene(pane.getContent().getLayoutBounds());
        double left = Math.min(place.getMinX(), content.getMinX());
        double right = Math.max(place.getMaxX(), content.getMaxX());
        return new BoundingBox(left, place.getMinY(), right - left, place.getHeight());
    }

    private static boolean isShortened(Labeled labeled) {
        String whole = labeled.getText();
        return whole != null
                && !whole.isEmpty()
                && labeled.getStyleClass().stream().noneMatch(SHORTENED::contains)
                && texts(labeled)
                        .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                        .map(Text.class::cast)
                        .anyMatch(text -> text.isVisible() && !text.getText().equals(whole));
    }

    /** What its text is drawn by; that of a pane with a title is a level further down. */
    private static Stream<Node> texts(Labeled labeled) {
        Parent around =
                labeled instanceof TitledPane && labeled.lookup(".title") instanceof Parent title ? title : labeled;
        return around.getChildrenUnmodifiable().stream();
    }

    private static String name(Node node) {
        String own = node.getId() != null ? "#" + node.getId() : "." + String.join(".", node.getStyleClass());
        Node around = node.getParent();
        while (around != null && around.getId() == null) {
            around = around.getParent();
        }
        return (around == null ? "" : "#" + around.getId() + " ") + own;
    }
}
