package dev.essha.ui.diagram;

import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * From box to box by keyboard. Right and left follow the order in which one reads, so that every box is reached; up and down
 * lead to the nearest box of another row.
 */
final class Walk {

    /** A little more than what makes boxes of a row, whose labels are not quite level, stand beside each other. */
    private static final double ROW = 12;

    private final Consumer<BoxNode> reveal;
    private List<Box> order = List.of();
    private Map<String, BoxNode> nodes = Map.of();
    private Optional<String> stop = Optional.empty();

    /** @param reveal brings a box into view */
    Walk(Consumer<BoxNode> reveal) {
        this.reveal = reveal;
    }

    /** Walks through another drawing from now on, from the same box if it is still there. */
    void through(Drawing drawing, Map<String, BoxNode> boxes) {
        order = drawing.boxes().stream()
                .sorted(Comparator.comparingDouble(Walk::row)
                        .thenComparingDouble(b -> b.area().x()))
                .toList();
        nodes = boxes;
        nodes.values().forEach(n -> n.setOnKeyPressed(e -> pressed(n, e)));
        nodes.values().forEach(n -> n.setFocusTraversable(false));
        stop = stop.filter(nodes::containsKey)
                .or(() -> order.stream().findFirst().map(Box::id));
        stop.ifPresent(id -> nodes.get(id).setFocusTraversable(true));
    }

    private void pressed(BoxNode from, KeyEvent event) {
        step(from.box(), event.getCode()).ifPresent(box -> {
            event.consume();
            go(nodes.get(box.id()));
        });
    }

    private void go(BoxNode to) {
        stop.map(nodes::get).ifPresent(n -> n.setFocusTraversable(false));
        stop = Optional.of(to.box().id());
        to.setFocusTraversable(true);
        to.requestFocus();
        reveal.accept(to);
    }

    /** Empty for keys that lead nowhere; at an end, the same box. */
    private Optional<Box> step(Box from, KeyCode key) {
        return switch (key) {
            case RIGHT -> Optional.of(beside(order, from, 1));
            case LEFT -> Optional.of(beside(order, from, -1));
            case DOWN -> Optional.of(nearest(order, from, 1));
            case UP -> Optional.of(nearest(order, from, -1));
            case HOME -> Optional.of(order.getFirst());
            case END -> Optional.of(order.getLast());
            default -> Optional.empty();
        };
    }

    private static Box beside(List<Box> order, Box from, int offset) {
        return order.get(Math.clamp(order.indexOf(from) + offset, 0, order.size() - 1));
    }

    private static Box nearest(List<Box> order, Box from, int direction) {
        return order.stream()
                .filter(b -> direction * (row(b) - row(from)) > ROW)
                .min(Comparator.comparingDouble(b -> Math.abs(row(b) - row(from))
                        + 2 * Math.abs(b.area().x() - from.area().x())))
                .orElse(from);
    }

    /** Where a box begins, going down. */
    private static double row(Box box) {
        return box.area().y();
    }
}
