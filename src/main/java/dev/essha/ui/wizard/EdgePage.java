package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step edge. */
public final class EdgePage implements Page {

    private final Parent root;

    public EdgePage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
