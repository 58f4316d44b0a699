package dev.essha.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;

/** How what scrolls is drawn. */
public final class Viewports {

    private Viewports() {}

    /**
     * Draws only what has changed. A scroll pane keeps a picture of all that is seen of its content, which helps while it
     * scrolls; but an icon that moves in it makes it draw everything anew.
     */
    public static void drawChangesOnly(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> skinned(pane, skin));
    }

    /** The same for a text, which scrolls in a pane of its skin. */
    public static void drawChangesOnly(TextArea text) {
        text.skinProperty().subscribe(skin -> {
            if (skin != null) {
                text.getChildrenUnmodifiable().stream()
                        .filter(ScrollPane.class::isInstance)
                        .map(ScrollPane.class::cast)
                        .forEach(Viewports::drawChangesOnly);
            }
        });
    }

    private static void skinned(ScrollPane pane, Skin<?> skin) {
        if (skin != null) {
            pane.getChildrenUnmodifiable().stream()
                    .filter(child -> child.getStyleClass().contains("viewport"))
                    .forEach(viewport -> viewport.setCache(false));
        }
    }
}
