package dev.essha.ui.field;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays out what it holds by the width it gets, and is as high as that takes; it can be squeezed to any width. A height is
 * worked out once: each pane around asks for it several times in one pass, which would multiply from pane to pane.
 */
public abstract class HeightForWidth extends Pane {

    private double knownWidth = Double.NaN;
    private double knownHeight;

    protected HeightForWidth(Node... children) {
        super(children);
    }

    /** The width where nobody says another. */
    protected abstract double usualWidth();

    /** How high it is at a width. */
    protected abstract double heightAt(double width);

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** What is in it has changed: its height is not known any more. */
    @Override
    public final void requestLayout() {
        knownWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final double computePrefWidth(double height) {
        return usualWidth();
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        double inside = width < 0 ? usualWidth() : width;
        if (inside != knownWidth) {
            knownHeight = heightAt(inside);
            knownWidth = inside;
        }
        return knownHeight;
    }
}
