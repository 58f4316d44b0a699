package dev.essha.export;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Line;

/** How wide text is at the most: estimated by DejaVu Sans, the widest of the fonts that a reader may have. */
final class TextWidth {

    private static final double TITLE_PX = 13;
    private static final double DETAIL_PX = 12;
    private static final double BOLD = 1.12;
    private static final double LEFT = 10;
    private static final double BETWEEN = 8;
    private static final double LINE_HEIGHT = 16;

    private TextWidth() {}

    static double widestLine(Box box) {
        return Math.max(title(box), detail(box));
    }

    /** What the label of a frame covers: title and detail in one line. */
    static Area labelAbove(Box box) {
        double wide = title(box) + (box.detail().isEmpty() ? 0 : BETWEEN + detail(box));
        return new Area(box.area().x() + LEFT, box.area().y() + LEFT / 2, wide, LINE_HEIGHT);
    }

    /** What the label of an arrow covers, at the left of its start. */
    static Area labelOf(Line line) {
        double wide = ems(line.label()) * DETAIL_PX;
        return new Area(line.x1() - LEFT / 2 - wide, line.y1() + LEFT, wide, DETAIL_PX);
    }

    private static double title(Box box) {
        return ems(box.title()) * TITLE_PX * BOLD;
    }

    private static double detail(Box box) {
        return ems(box.detail()) * DETAIL_PX;
    }

    private static double ems(String text) {
        return text.chars().mapToDouble(TextWidth::em).sum();
    }

    private static double em(int c) {
        return switch (c) {
            case 'i', 'j', 'l' -> 0.28;
            case ' ', '.', ',', '/', '-', 'f', 't', 'r', '(', ')' -> 0.4;
            case 'm', 'w', 'M', 'W' -> 1;
            default -> Character.isUpperCase(c) ? 0.72 : 0.63;
        };
    }
}
