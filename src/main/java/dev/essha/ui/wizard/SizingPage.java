package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step sizing. */
public final class SizingPage implements Page {

    private final Parent root;

    public SizingPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
