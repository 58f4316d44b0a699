package dev.essha.ui.control;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.control.skin.TitledPaneSkin;
import javafx.scene.layout.Region;

/**
 * Gives a titled pane's title as many lines as its text needs; the pane wraps its text. JavaFX's skin asks how high a title is
 * without saying how wide it can be, and forgets the arrow. A pane with it opens and closes at once.
 */
public final class WrappingTitleSkin extends TitledPaneSkin {

    private final Region title;
    private final Region content;

    public WrappingTitleSkin(TitledPane pane) {
        super(pane);
        this.title = part("title");
        this.content = part("content");
        pane.setWrapText(true);
        pane.setAnimated(false);
    }

    private Region part(String styleClass) {
        return getChildren().stream()
                .filter(child -> child.getStyleClass().contains(styleClass))
                .map(Region.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + titleHeight(width - left - right) + (open() ? content.minHeight(width) : 0) + bottom;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + titleHeight(width - left - right) + (open() ? content.prefHeight(width) : 0) + bottom;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        double titleHeight = titleHeight(width);
        title.resizeRelocate(x, y, width, titleHeight);
        content.resizeRelocate(x, y + titleHeight, width, open() ? height - titleHeight : 0);
    }

    private boolean open() {
        return getSkinnable().isExpanded();
    }

    private double titleHeight(double width) {
        if (width < 0) {
            return title.prefHeight(width);
        }
        Node arrow = title.lookup(".arrow-button");
        return snapSizeY(title.prefHeight(
                width - title.snappedLeftInset() - title.snappedRightInset() - snapSizeX(arrow.prefWidth(-1))));
    }
}
