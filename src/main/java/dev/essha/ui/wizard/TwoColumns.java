package dev.essha.ui.wizard;

import dev.essha.ui.field.HeightForWidth;
import java.util.List;
import javafx.scene.Node;

/** Two parts side by side where there is room for both, otherwise one below the other. */
public final class TwoColumns extends HeightForWidth {

    private static final double GAP = 20;

    private double breakAt = 880;
    private double share = 0.6;

    public TwoColumns() {
        getStyleClass().add("two-columns");
    }

    public double getBreakAt() {
        return breakAt;
    }

    /** @param width below which one part goes below the other */
    public void setBreakAt(double width) {
        breakAt = width;
        requestLayout();
    }

    public double getShare() {
        return share;
    }

    /** @param share of the first part in the width */
    public void setShare(double share) {
        this.share = share;
        requestLayout();
    }

    @Override
    protected double usualWidth() {
        return breakAt;
    }

    @Override
    protected double heightAt(double width) {
        double inside = snapSizeX(width);
        List<Node> parts = getManagedChildren();
        return isWide(inside)
                ? parts.stream()
                        .mapToDouble(p -> p.prefHeight(width(parts, p, inside)))
                        .max()
                        .orElse(0)
                : parts.stream().mapToDouble(p -> p.prefHeight(inside)).sum() + GAP * Math.max(0, parts.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth();
        List<Node> parts = getManagedChildren();
        double at = 0;
        for (Node part : parts) {
            double width = isWide(inside) ? width(parts, part, inside) : inside;
            double height = isWide(inside) ? getHeight() : part.prefHeight(width);
            part.resizeRelocate(isWide(inside) ? at : 0, isWide(inside) ? 0 : at, width, height);
            at += (isWide(inside) ? width : height) + GAP;
        }
    }

    private boolean isWide(double width) {
        return width >= breakAt && getManagedChildren().size() == 2;
    }

    private double width(List<Node> parts, Node part, double inside) {
        double first = snapSizeX((inside - GAP) * share);
        return part == parts.getFirst() ? first : inside - GAP - first;
    }
}
