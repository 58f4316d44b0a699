package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step network. */
public final class NetworkPage implements Page {

    private final Parent root;

    public NetworkPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
