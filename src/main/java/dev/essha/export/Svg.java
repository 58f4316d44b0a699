package dev.essha.export;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import dev.essha.wording.Labels;
import java.util.Locale;

/** Writes a drawing as a self-contained SVG that follows the reader's light or dark preference. */
final class Svg {

    private static final double PADDING = 10;
    /** From the upper edge of a frame, or the start of an arrow, down to the baseline of its label. */
    private static final double BASELINE = 19;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    static String render(Drawing drawing) {
        return new Svg().write(drawing);
    }

    /** The class that the style sheet knows a kind of box by. */
    static String styleClass(Box.Kind kind) {
        return Labels.of(kind);
    }

    private String write(Drawing drawing) {
        rectangle("page", new Area(0, 0, drawing.width(), drawing.height()));
        drawing.boxes().forEach(this::box);
        drawing.lines().forEach(this::line);
        return TextTemplate.load("architecture.svg")
                .with("width", number(drawing.width()))
                .with("height", number(drawing.height()))
                .with("title", escape(drawing.title()))
                .with("drawing", out.toString())
                .render();
    }

    private void box(Box box) {
        rectangle(styleClass(box.kind()), box.area());
        switch (box.kind()) {
            case FRAME, ADOPTED, PUBLIC_SUBNET, PRIVATE_SUBNET -> labelAbove(box);
            default -> labelInside(box);
        }
    }

    private void labelAbove(Box box) {
        double x = box.area().x() + PADDING;
        double y = box.area().y() + BASELINE;
        String detail =
                box.detail().isEmpty() ? "" : "<tspan class=\"detail\" dx=\"8\">" + escape(box.detail()) + "</tspan>";
        text("title", x, y, "start", escape(box.title()) + detail);
    }

    private void labelInside(Box box) {
        double x = box.area().centerX();
        double y = box.area().centerY();
        text("title", x, y - 3, "middle", escape(box.title()));
        text("detail", x, y + 14, "middle", escape(box.detail()));
    }

    private void line(Line line) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" marker-end=\"url(#arrow)\"/>\n"
                .formatted(number(line.x1()), number(line.y1()), number(line.x2()), number(line.y2())));
        if (!line.label().isEmpty()) {
            text("detail", line.x1() - PADDING / 2, line.y1() + BASELINE, "end", escape(line.label()));
        }
    }

    private void rectangle(String kind, Area area) {
        out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(kind, number(area.x()), number(area.y()), number(area.width()), number(area.height())));
    }

    private void text(String kind, double x, double y, String anchor, String markup) {
        out.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(kind, number(x), number(y), anchor, markup));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
