package dev.essha.export;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import java.util.Locale;
import java.util.Map;

/** Writes a drawing as a self-contained SVG that follows the reader's light or dark preference. */
final class Svg {

    /** Class name and its colors: fill and stroke on light, fill and stroke on dark. */
    private static final Map<Box.Kind, String> CLASSES = Map.ofEntries(
            Map.entry(Box.Kind.FRAME, "frame"),
            Map.entry(Box.Kind.PUBLIC_SUBNET, "public"),
            Map.entry(Box.Kind.PRIVATE_SUBNET, "private"),
            Map.entry(Box.Kind.LOAD_BALANCER, "balancer"),
            Map.entry(Box.Kind.EGRESS, "egress"),
            Map.entry(Box.Kind.COMPUTE, "compute"),
            Map.entry(Box.Kind.DATABASE, "database"),
            Map.entry(Box.Kind.MESSAGING, "messaging"),
            Map.entry(Box.Kind.STORAGE, "storage"),
            Map.entry(Box.Kind.SUPPORT, "support"),
            Map.entry(Box.Kind.OUTSIDE, "outside"));

    private static final String STYLE = """
        text { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1c2430; }
        .title { font-size: 14px; font-weight: 600; }
        .detail { font-size: 12px; fill: #495566; }
        rect { stroke-width: 1.2; rx: 8px; }
        line { stroke: #3d4a5c; stroke-width: 1.4; }
        .head { fill: #3d4a5c; }
        .page { fill: #ffffff; stroke: none; rx: 0; }
        .frame { fill: none; stroke: #8a96a8; }
        .public { fill: #eef6ee; stroke: #6f9e74; }
        .private { fill: #eef3fb; stroke: #6d8fc4; }
        .balancer { fill: #f3e8fb; stroke: #8b5bb5; }
        .egress { fill: #ffffff; stroke: #8a96a8; }
        .compute { fill: #fff3e2; stroke: #c0832b; }
        .database { fill: #e3edff; stroke: #3f6fc0; }
        .messaging { fill: #fde9ec; stroke: #b8505f; }
        .storage { fill: #e6f4e8; stroke: #3f8a4c; }
        .support, .outside { fill: #f5f7fa; stroke: #8a96a8; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e8edf4; } .detail { fill: #b4bfcd; }
          line { stroke: #aab6c6; } .head { fill: #aab6c6; }
          .page { fill: #141a22; } .frame { stroke: #66758a; }
          .public { fill: #17261a; } .private { fill: #172131; }
          .balancer { fill: #2c1f38; } .egress { fill: #141a22; }
          .compute { fill: #33260f; } .database { fill: #16274a; }
          .messaging { fill: #391c22; } .storage { fill: #15301b; }
          .support, .outside { fill: #1e2732; }
        }
        """;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    static String render(Drawing drawing) {
        return new Svg().write(drawing);
    }

    private String write(Drawing drawing) {
        String size = number(drawing.width()) + " " + number(drawing.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" role=\"img\" aria-labelledby=\"title\">\n");
        out.append("<title id=\"title\">").append(escape(drawing.title())).append("</title>\n");
        out.append("<style>\n").append(STYLE).append("</style>\n");
        out.append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"head\" d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n");
        rectangle("page", new Area(0, 0, drawing.width(), drawing.height()));
        drawing.boxes().forEach(this::box);
        drawing.lines().forEach(this::line);
        return out.append("</svg>\n").toString();
    }

    private void box(Box box) {
        rectangle(CLASSES.get(box.kind()), box.area());
        if (holdsOthers(box.kind())) {
            text("title", box.area().x() + 10, box.area().y() + 20, "start", box.title());
            text("detail", box.area().right() - 10, box.area().y() + 20, "end", box.detail());
        } else {
            double middle = box.area().centerY() + 4;
            double shift = box.detail().isEmpty() ? 0 : 8;
            text("title", box.area().centerX(), middle - shift, "middle", box.title());
            text("detail", box.area().centerX(), middle + shift + 2, "middle", box.detail());
        }
    }

    private static boolean holdsOthers(Box.Kind kind) {
        return switch (kind) {
            case FRAME, PUBLIC_SUBNET, PRIVATE_SUBNET -> true;
            default -> false;
        };
    }

    private void line(Line line) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" marker-end=\"url(#arrow)\"/>\n"
                .formatted(number(line.x1()), number(line.y1()), number(line.x2()), number(line.y2())));
        text("detail", line.x1() + 8, (line.y1() + line.y2()) / 2, "start", line.label());
    }

    private void rectangle(String kind, Area area) {
        out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(kind, number(area.x()), number(area.y()), number(area.width()), number(area.height())));
    }

    private void text(String kind, double x, double y, String anchor, String text) {
        if (!text.isEmpty()) {
            out.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                    .formatted(kind, number(x), number(y), anchor, escape(text)));
        }
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
