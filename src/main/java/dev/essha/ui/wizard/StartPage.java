package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step start. */
public final class StartPage implements Page {

    private final Parent root;

    public StartPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
