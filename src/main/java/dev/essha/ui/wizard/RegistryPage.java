package dev.essha.ui.wizard;

import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where the images of ESS come from, and the private repositories that they are pulled from (R14, R15). */
public final class RegistryPage implements Page {

    private final Parent root;

    @FXML
    private VBox repositories;

    public RegistryPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
        wizard.draft().readable().subscribe(this::list);
    }

    @Override
    public Parent root() {
        return root;
    }

    private void list(Plan plan) {
        ResourceNames names = new ResourceNames(plan.name());
        repositories
                .getChildren()
                .setAll(plan.registry().repositories().stream()
                        .map(image -> repository(names.repository(image)))
                        .toList());
    }

    private static Label repository(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("mono");
        return label;
    }
}
