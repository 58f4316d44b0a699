package dev.essha.ui.field;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;

/**
 * Lays out what it holds in columns of the same width: as many as leave each its least width and every row full, otherwise
 * one. What is beside each other is equally high.
 */
public final class EvenColumns extends HeightForWidth {

    private static final double GAP = 12;

    private double least = 200;

    public EvenColumns() {}

    public EvenColumns(Node... children) {
        super(children);
    }

    public double getLeast() {
        return least;
    }

    /** @param least the width below which nothing is squeezed to stand beside something else */
    public void setLeast(double least) {
        this.least = least;
        requestLayout();
    }

    @Override
    protected double usualWidth() {
        int count = getManagedChildren().size();
        return snappedLeftInset() + snappedRightInset() + count * least + Math.max(0, count - 1) * GAP;
    }

    @Override
    protected double heightAt(double width) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        List<Node> shown = getManagedChildren();
        int columns = columns(inside, shown.size());
        double all = rows(shown, columns)
                .mapToDouble(row -> heightOf(row, width(inside, columns)) + GAP)
                .sum();
        return snappedTopInset() + snappedBottomInset() + Math.max(0, all - GAP);
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        List<Node> shown = getManagedChildren();
        int columns = columns(inside, shown.size());
        double width = width(inside, columns);
        double[] top = {snappedTopInset()};
        rows(shown, columns).forEach(row -> {
            double height = heightOf(row, width);
            for (int i = 0; i < row.size(); i++) {
                double left = snappedLeftInset() + i * (width + GAP);
                row.get(i).resizeRelocate(snapPositionX(left), snapPositionY(top[0]), width, height);
            }
            top[0] += height + GAP;
        });
    }

    private int columns(double inside, int count) {
        int fitting = (int) ((inside + GAP) / (least + GAP));
        return IntStream.iterate(Math.min(fitting, count), n -> n > 1, n -> n - 1)
                .filter(n -> count % n == 0)
                .findFirst()
                .orElse(1);
    }

    private double width(double inside, int columns) {
        return Math.floor((inside - (columns - 1) * GAP) / columns);
    }

    private static Stream<List<Node>> rows(List<Node> shown, int columns) {
        return IntStream.range(0, (shown.size() + columns - 1) / columns)
                .mapToObj(r -> shown.subList(r * columns, Math.min(shown.size(), (r + 1) * columns)));
    }

    private double heightOf(List<Node> row, double width) {
        return row.stream()
                .mapToDouble(node -> snapSizeY(node.prefHeight(width)))
                .max()
                .orElse(0);
    }
}
