package dev.essha.ui.wizard;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** What lies over the pages: questions that have to be answered first. What is below is out of reach meanwhile. */
public final class Layers {

    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

    private final StackPane layers;

    public Layers(StackPane layers) {
        this.layers = layers;
    }

    /** The window that they are in. */
    public Window window() {
        return layers.getScene().getWindow();
    }

    /**
     * Lays a card over everything, with the focus in it.
     *
     * @param first what takes the focus
     * @param escape what the Escape key does
     * @return takes it away again, and gives the focus back
     */
    public Runnable open(Region card, Node first, Runnable escape) {
        Scene scene = layers.getScene();
        Node before = scene.getFocusOwner();
        StackPane overlay = overlay(card, escape);
        layers.getChildren().forEach(below -> cover(below, true));
        layers.getChildren().add(overlay);
        first.requestFocus();
        return () -> {
            layers.getChildren().remove(overlay);
            cover(layers.getChildren().getLast(), false);
            if (before != null && before.getScene() == scene) {
                before.requestFocus();
            }
        };
    }

    private static void cover(Node layer, boolean covered) {
        layer.setDisable(covered);
        layer.pseudoClassStateChanged(COVERED, covered);
    }

    private static StackPane overlay(Region card, Runnable escape) {
        card.getStyleClass().addAll("panel", "question");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane overlay = new StackPane(card);
        overlay.setAlignment(Pos.CENTER);
        overlay.getStyleClass().add("overlay");
        overlay.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escape.run();
            }
        });
        return overlay;
    }
}
