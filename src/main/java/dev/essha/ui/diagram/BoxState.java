package dev.essha.ui.diagram;

import dev.essha.wording.Labels;

/** How what a box stands for stands in a run. */
public enum BoxState {
    /** It stands for nothing that is made, or the run does nothing to it. */
    NONE(""),
    WAITING("fth-clock"),
    RUNNING("fth-refresh-cw"),
    /** It goes on when a person has done something. */
    ATTENTION("fth-user"),
    DONE("fth-check"),
    FAILED("fth-x"),
    /** Not tried, or not finished, because something else failed or the run was cancelled. */
    SKIPPED("fth-minus"),
    /** Deleted, as asked. */
    GONE("fth-trash-2"),
    /** Left where it is by a deletion, as asked. */
    KEPT("fth-lock");

    private final String icon;

    BoxState(String icon) {
        this.icon = icon;
    }

    /** Empty for {@link #NONE}, which is not shown. */
    public String icon() {
        return icon;
    }

    /** Under {@code diagram.state.LABEL} stands its name; its pseudo-class is called so, too. */
    public String label() {
        return Labels.of(this);
    }
}
