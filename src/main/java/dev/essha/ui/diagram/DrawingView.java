package dev.essha.ui.diagram;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import dev.essha.ui.control.Viewports;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A drawing, as large as there is room for; where there is more height than it needs, its rows are a little higher. Texts keep
 * a size that can be read: where they would not fit any more, it stops shrinking, and scrolls. A drawing that is shown in the
 * place of another changes only where the two differ.
 *
 * <p>It is one stop of the Tab key; arrow keys, Home and End walk from box to box.
 */
public final class DrawingView extends Region {

    private static final double LARGEST = 1.1;
    /** At the normal text size, two lines of the smallest text just fit into a box. */
    private static final double SMALLEST = 0.66;

    /** How much higher than wide it may get. */
    private static final double STRETCH = 1.35;

    private static final double NORMAL_TEXT = 14;

    private final Words words;
    private final Sheet sheet = new Sheet();
    private final ScrollPane scroll = new ScrollPane(sheet);
    /** Tells which text size the person likes. */
    private final Label ruler = new Label();

    private final Pulse pulse = new Pulse(this);
    private final Map<String, BoxNode> boxes = new HashMap<>();
    private final Map<String, LineNode> lines = new HashMap<>();
    private final Walk walk = new Walk(this::reveal);
    private Drawing drawing = new Drawing("", 1, 1, List.of(), List.of());
    private Area seen = new Area(0, 0, 1, 1);
    private Map<String, BoxState> states = Map.of();

    public DrawingView(Words words) {
        this.words = words;
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.PARENT);
        ruler.setVisible(false);
        Viewports.drawChangesOnly(scroll);
        scroll.setFocusTraversable(false);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("drawing-scroll");
        getChildren().setAll(ruler, scroll);
        ruler.fontProperty().addListener((_, _, _) -> requestLayout());
    }

    /** Shows a drawing in place of the one before. States stay with the boxes that stay. */
    public void show(Drawing next) {
        if (next.equals(drawing)) {
            return;
        }
        drawing = next;
        seen = Margins.cut(next);
        setAccessibleText(next.title());
        List<Node> order = new ArrayList<>();
        next.boxes().forEach(b -> order.add(node(b)));
        next.lines().forEach(l -> order.add(node(l)));
        if (!order.equals(sheet.getChildren())) {
            sheet.getChildren().setAll(order);
        }
        boxes.values().retainAll(order);
        lines.values().retainAll(order);
        walk.through(next, boxes);
        states(states);
        requestLayout();
    }

    /** The drawing that is shown. */
    public Drawing drawing() {
        return drawing;
    }

    /** Shows how what the boxes stand for stands; a box that is not named has no state. */
    public void states(Map<String, BoxState> now) {
        states = Map.copyOf(now);
        boxes.forEach((id, box) -> box.state(states.getOrDefault(id, BoxState.NONE)));
        pulse.needed(boxes.values().stream().anyMatch(BoxNode::pulses));
    }

    private BoxNode node(Box box) {
        BoxNode node = boxes.computeIfAbsent(box.id(), _ -> new BoxNode(words, pulse));
        node.show(box, Margins.labelEnd(box, drawing));
        return node;
    }

    private LineNode node(Line line) {
        LineNode node = lines.computeIfAbsent(line.fromBox() + " " + line.toBox(), _ -> new LineNode());
        node.show(line);
        return node;
    }

    /** Scrolls sideways until a box is seen. */
    private void reveal(BoxNode box) {
        double room = sheet.getWidth() - scroll.getViewportBounds().getWidth();
        if (room > 0) {
            double left = box.getLayoutX() - scroll.getViewportBounds().getWidth() / 2 + box.getWidth() / 2;
            scroll.setHvalue(Math.clamp(left / room, 0, 1));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return seen.width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = (width < 0 ? seen.width() : width) - snappedLeftInset() - snappedRightInset();
        double scale = scale(inside);
        return Math.ceil(seen.height() * scale + bar(inside) + snappedTopInset() + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double across = scale(width);
        double down = Math.clamp((height - bar(width)) / seen.height(), across, across * STRETCH);
        sheet.scale(across, down, text() / NORMAL_TEXT);
        scroll.setHbarPolicy(bar(width) > 0 ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
        scroll.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
    }

    private double scale(double width) {
        double smallest = SMALLEST * text() / NORMAL_TEXT;
        return Math.clamp(width / seen.width(), smallest, Math.max(smallest, LARGEST));
    }

    /** What the bar takes with which it scrolls. */
    private double bar(double width) {
        return seen.width() * scale(width) > width + 1 ? text() : 0;
    }

    private double text() {
        return ruler.getFont().getSize();
    }

    /** What boxes and lines lie on. */
    private final class Sheet extends Region {

        private double across = 1;
        private double down = 1;
        private double larger = 1;

        /** @param larger how much larger than normal texts are */
        private void scale(double wanted, double wantedDown, double wantedLarger) {
            if (across != wanted || larger != wantedLarger) {
                setStyle("-fx-font-size: %spx;"
                        .formatted(Math.clamp(13 * wanted, 11 * wantedLarger, 14 * wantedLarger)));
            }
            across = wanted;
            down = wantedDown;
            larger = wantedLarger;
            requestLayout();
        }

        @Override
        public javafx.collections.ObservableList<Node> getChildren() {
            return super.getChildren();
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.floor(seen.width() * across);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.floor(seen.height() * down);
        }

        @Override
        protected double computeMinWidth(double height) {
            return computePrefWidth(height);
        }

        @Override
        protected void layoutChildren() {
            double left = Math.max(0, (getWidth() - seen.width() * across) / 2);
            Scale scale = Scale.of(seen, left, across, down);
            boxes.values().forEach(b -> b.place(scale));
            lines.values().forEach(l -> l.place(scale));
        }
    }
}
