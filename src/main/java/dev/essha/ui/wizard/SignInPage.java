package dev.essha.ui.wizard;

import javafx.scene.Parent;

/** The step sign in. */
public final class SignInPage implements Page {

    private final Parent root;

    public SignInPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
