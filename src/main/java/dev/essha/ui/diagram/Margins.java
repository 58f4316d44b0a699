package dev.essha.ui.diagram;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import java.util.function.ToDoubleFunction;

/** What of a drawing is seen, and what of it is free: a page needs its margins, a window has its own. */
final class Margins {

    /** For the badges of states, which stand out over the corners of boxes. */
    private static final double LEFT_OVER = 10;

    private Margins() {}

    /** The part of a drawing that has something in it. */
    static Area cut(Drawing drawing) {
        double left = -most(drawing, b -> -b.area().x()) - LEFT_OVER;
        double top = -most(drawing, b -> -b.area().y()) - LEFT_OVER;
        double right = most(drawing, b -> b.area().right()) + LEFT_OVER;
        double bottom = most(drawing, b -> b.area().bottom()) + LEFT_OVER;
        return new Area(left, top, right - left, bottom - top);
    }

    /** How far to the right the label along a frame's upper edge may reach: to the first arrow that comes down through it. */
    static double labelEnd(Box frame, Drawing drawing) {
        Area area = frame.area();
        return drawing.lines().stream()
                .filter(line -> line.x1() == line.x2() && line.x1() > area.x() && line.x1() < area.right())
                .filter(line -> Math.min(line.y1(), line.y2()) < area.y() + BoxNode.STRIP
                        && Math.max(line.y1(), line.y2()) > area.y())
                .mapToDouble(Line::x1)
                .min()
                .orElse(area.right());
    }

    private static double most(Drawing drawing, ToDoubleFunction<Box> edge) {
        return drawing.boxes().stream().mapToDouble(edge).max().orElse(0);
    }
}
