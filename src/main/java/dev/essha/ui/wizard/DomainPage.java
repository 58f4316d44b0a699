package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step domain. */
public final class DomainPage implements Page {

    private final Parent root;

    public DomainPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
