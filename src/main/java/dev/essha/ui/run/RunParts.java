package dev.essha.ui.run;

import dev.essha.ui.field.HeightForWidth;
import javafx.scene.layout.Region;

/**
 * Stages, drawing and log. The stages are always at the upper left; beside them is the drawing where it has the width that it
 * needs, otherwise the log, so that what happens is seen without scrolling. The third one is below, as wide as the page.
 */
final class RunParts extends HeightForWidth {

    private static final double GAP = 20;
    /** From this width on, the drawing stands beside the stages. */
    private static final double WIDE = 940;

    private final Region stages;
    private final Region drawing;
    private final Region log;

    RunParts(Region stages, Region drawing, Region log) {
        super(stages, drawing, log);
        this.stages = stages;
        this.drawing = drawing;
        this.log = log;
        getStyleClass().add("run-parts");
    }

    @Override
    protected double usualWidth() {
        return WIDE;
    }

    @Override
    protected double heightAt(double inside) {
        return upper(inside) + GAP + snapSizeY(below(inside).prefHeight(inside));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double upper = upper(width);
        double left = left();
        stages.resizeRelocate(0, 0, left, upper);
        beside(width).resizeRelocate(left + GAP, 0, width - left - GAP, upper);
        Region below = below(width);
        below.resizeRelocate(0, upper + GAP, width, snapSizeY(below.prefHeight(width)));
    }

    private double upper(double width) {
        Region beside = beside(width);
        double left = left();
        return snapSizeY(Math.max(stages.prefHeight(left), beside.prefHeight(width - left - GAP)));
    }

    private double left() {
        return snapSizeX(stages.prefWidth(-1));
    }

    private Region beside(double width) {
        return width >= WIDE ? drawing : log;
    }

    private Region below(double width) {
        return width >= WIDE ? log : drawing;
    }
}
