package dev.essha.diagram;

import java.util.List;

/**
 * A drawing as geometry only: a face paints it, export writes it as SVG.
 *
 * @param title what it shows, for people and screen readers
 * @param boxes frames before what they hold
 */
public record Drawing(String title, double width, double height, List<Box> boxes, List<Line> lines) {

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    public Box box(String id) {
        return boxes.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no box " + id));
    }
}
