package dev.essha.ui.diagram;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A box: a frame has its label along its upper edge, everything else in its middle. Its state is told by an icon, by its edge
 * and ground, and in words to screen readers.
 */
final class BoxNode extends Region {

    private static final double PADDING = 8;
    /** The share in the padding that is between the parts of a label. */
    private static final double CLOSE = 0.6;
    /** What is at least between a badge and an arrow, in pixels. */
    private static final double CLEAR = 2;
    /** How far the middle of a badge is inside the corner: on the corner it would reach into the label of what is around. */
    private static final double INSIDE = 4;

    /** The height of the strip along the upper edge that is a frame's label's. */
    static final double STRIP = 28;

    private final Words words;
    private final Pulse pulse;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final FontIcon icon = new FontIcon();
    private final StackPane badge = new StackPane(icon);
    private final Region glow = new Region();
    private final Tooltip tooltip = new Tooltip();
    private Box box;
    private double labelEnd;
    private BoxState state = BoxState.NONE;
    private boolean explained;

    BoxNode(Words words, Pulse pulse) {
        this.words = words;
        this.pulse = pulse;
        setAccessibleRole(AccessibleRole.TEXT);
        title.getStyleClass().add("drawing-title");
        detail.getStyleClass().add("drawing-detail");
        badge.getStyleClass().add("drawing-badge");
        badge.setVisible(false);
        glow.getStyleClass().add("drawing-glow");
        glow.setMouseTransparent(true);
        getChildren().setAll(title, detail, badge);
    }

    Box box() {
        return box;
    }

    /** @param end how far to the right its label may reach, in units of the drawing */
    void show(Box next, double end) {
        labelEnd = end;
        boolean otherKind = box == null || box.kind() != next.kind();
        box = next;
        if (otherKind) {
            getStyleClass()
                    .setAll("drawing-box", isFrame() ? "drawing-area" : "drawing-thing", styleClass(next.kind()));
        }
        setId("box-" + next.id().replace('/', '-'));
        title.setText(next.title());
        detail.setText(next.detail());
        tell();
        requestLayout();
    }

    void state(BoxState next) {
        if (next == state) {
            return;
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass(state.label()), false);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(next.label()), true);
        state = next;
        badge.setVisible(next != BoxState.NONE);
        if (next != BoxState.NONE) {
            icon.setIconLiteral(next.icon());
        }
        glow();
        tell();
        requestLayout();
    }

    boolean pulses() {
        return state == BoxState.RUNNING && !isFrame();
    }

    /** Only the icon moves: what is as large as a box is drawn anew with all that lies below it, many times a second. */
    private void glow() {
        if (pulses() && glow.getParent() == null) {
            icon.opacityProperty().bind(pulse.level());
            getChildren().addFirst(glow);
        } else if (!pulses()) {
            icon.opacityProperty().unbind();
            icon.setOpacity(1);
            getChildren().remove(glow);
        }
    }

    private void tell() {
        String said = state == BoxState.NONE ? "" : words.of("diagram.state." + state.label());
        setAccessibleText(Stream.of(box.title(), box.detail(), said)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private static String styleClass(Box.Kind kind) {
        return "drawing-" + Labels.of(kind);
    }

    private boolean isFrame() {
        return switch (box.kind()) {
            case FRAME, ADOPTED, PUBLIC_SUBNET, PRIVATE_SUBNET -> true;
            default -> false;
        };
    }

    void place(Scale scale) {
        Area area = box.area();
        double x = Math.round(scale.x(area.x()));
        double y = Math.round(scale.y(area.y()));
        double right = Math.round(scale.x(area.right()));
        double bottom = Math.round(scale.y(area.bottom()));
        resizeRelocate(x, y, right - x, bottom - y);
        badge.autosize();
        if (isFrame()) {
            labelAbove(scale, scale.x(labelEnd) - x);
        } else {
            labelInside();
        }
    }

    /**
     * The detail is there as a whole or, where an arrow or the edge is in its way, not at all. The badge comes after the
     * label, and its room is kept: nothing moves when a state is told, and it stays clear of the badges at the corners of
     * boxes inside.
     */
    private void labelAbove(Scale scale, double end) {
        double start = PADDING * scale.across();
        double gap = start * CLOSE;
        double middle = STRIP * scale.down() / 2;
        double room = end - start - gap - badge.getWidth() - CLEAR;
        double forTitle = Math.min(Math.ceil(title.prefWidth(-1)), room);
        double forDetail = Math.ceil(detail.prefWidth(-1));
        detail.setVisible(forTitle + gap + forDetail <= room);
        put(title, start, middle, forTitle);
        put(detail, start + forTitle + gap, middle, forDetail);
        double label = detail.isVisible() && !detail.getText().isEmpty() ? forTitle + gap + forDetail : forTitle;
        put(badge, start + label + gap, middle, badge.getWidth());
        explain(!detail.isVisible() || isShort(title, forTitle));
    }

    private void labelInside() {
        double width = getWidth() - 2;
        double high = title.prefHeight(-1);
        double low = detail.getText().isEmpty() ? 0 : detail.prefHeight(-1);
        double top = (getHeight() - high - low) / 2;
        title.setAlignment(Pos.CENTER);
        detail.setAlignment(Pos.CENTER);
        put(title, 1, top + high / 2, width);
        put(detail, 1, top + high + low / 2, width);
        badge.relocate(INSIDE - badge.getWidth() / 2, INSIDE - badge.getHeight() / 2);
        glow.resizeRelocate(0, 0, getWidth(), getHeight());
        explain(isShort(title, width) || isShort(detail, width));
    }

    private static void put(Region node, double x, double middle, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(Math.round(x), Math.round(middle - height / 2), width, height);
    }

    private static boolean isShort(Label label, double width) {
        return label.prefWidth(-1) > width + 1;
    }

    /** A tooltip says in full what had to be shortened. */
    private void explain(boolean shortened) {
        tooltip.setText(box.title() + "\n" + box.detail());
        if (shortened && !explained) {
            Tooltip.install(this, tooltip);
        } else if (!shortened && explained) {
            Tooltip.uninstall(this, tooltip);
        }
        explained = shortened;
    }

    @Override
    protected void layoutChildren() {
        // The drawing places what is in it: it alone knows the scale.
    }
}
