package dev.essha.ui.run;

import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.scene.Parent;

/** The step review. */
public final class ReviewPage implements Page {

    private final Parent root;

    public ReviewPage(Wizard wizard, RunModel run, Layers layers) {
        root = PageLoader.load(this, wizard);
    }

    @Override
    public Parent root() {
        return root;
    }
}
