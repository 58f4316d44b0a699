package dev.essha.ui.diagram;

import dev.essha.diagram.Area;
import javafx.geometry.Point2D;

/**
 * From the units of a drawing to the pixels of a view.
 *
 * @param origin of the drawing in the view
 * @param across pixels of a unit to the right
 * @param down pixels of a unit downwards
 */
record Scale(Point2D origin, double across, double down) {

    double x(double units) {
        return origin.getX() + units * across;
    }

    double y(double units) {
        return origin.getY() + units * down;
    }

    /** Where an area begins when {@code left} pixels are free to its left. */
    static Scale of(Area seen, double left, double across, double down) {
        return new Scale(new Point2D(left - seen.x() * across, -seen.y() * down), across, down);
    }
}
