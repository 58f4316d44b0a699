package dev.essha.ui.check;

import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.scene.Parent;

/** The step checklist. */
public final class ChecklistPage implements Page {

    private final Parent root;

    public ChecklistPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
