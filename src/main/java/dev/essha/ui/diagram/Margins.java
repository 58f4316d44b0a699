package dev.essha.ui.diagram;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import java.util.function.ToDoubleFunction;

/** A page needs the margins of a drawing, a window has its own. */
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

    private static double most(Drawing drawing, ToDoubleFunction<Box> edge) {
        return drawing.boxes().stream().mapToDouble(edge).max().orElse(0);
    }
}
