package dev.essha.diagram;

import java.util.ArrayList;
import java.util.List;

/** A drawing while it is made. */
final class Canvas {

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    void add(String id, Box.Kind kind, String title, String detail, Area area) {
        boxes.add(new Box(id, kind, title, detail, area));
    }

    /** An arrow straight down. */
    void down(String from, String to, double x, String label) {
        lines.add(new Line(from, to, x, areaOf(from).bottom(), x, areaOf(to).y(), label));
    }

    /** An arrow straight up. */
    void up(String from, String to, double x) {
        lines.add(new Line(from, to, x, areaOf(from).y(), x, areaOf(to).bottom(), ""));
    }

    /** A level arrow between two boxes of a row. */
    void across(String from, String to) {
        Area start = areaOf(from);
        Area end = areaOf(to);
        boolean rightwards = start.x() < end.x();
        lines.add(new Line(
                from,
                to,
                rightwards ? start.right() : start.x(),
                start.centerY(),
                rightwards ? end.x() : end.right(),
                start.centerY(),
                ""));
    }

    Drawing finish(String title, Grid grid) {
        return new Drawing(title, grid.width(), grid.height(), boxes, lines);
    }

    private Area areaOf(String id) {
        return boxes.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow()
                .area();
    }
}
