package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step registry. */
public final class RegistryPage implements Page {

    private final Parent root;

    public RegistryPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
