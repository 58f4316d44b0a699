package dev.essha.ui.field;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * What is said below an input, behind an icon in its first line. Where it keeps room for the sentences that the engine
 * usually says, that is one line where the input is wide, and two where it is not.
 */
final class SaidLine extends HBox {

    /** From here on, a line is as long as a problem usually is. */
    private static final double WIDE = 480;
    /** Of a line, in heights of its letters. */
    private static final double LINE = 1.45;

    private final Label text;
    private boolean reserving;

    SaidLine(Node icon, Label text) {
        super(icon, text);
        this.text = text;
        getStyleClass().add("setting-said");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
    }

    /** Keeps room from now on. */
    void reserve() {
        reserving = true;
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(super.computeMinHeight(width), reserved(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(super.computePrefHeight(width), reserved(width));
    }

    private double reserved(double width) {
        int lines = width >= WIDE ? 1 : 2;
        return reserving ? snapSizeY(lines * LINE * text.getFont().getSize()) : 0;
    }
}
