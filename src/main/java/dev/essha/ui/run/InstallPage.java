package dev.essha.ui.run;

import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.scene.Parent;

/** The step install. */
public final class InstallPage implements Page {

    private final Parent root;

    public InstallPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
