package dev.essha.ui.images;

import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where the images of ESS come from, and the private repositories that they are pulled from (R14, R15). */
public final class RegistryPage implements Page {

    private final Parent root;
    private final EntitlementPanel entitlement;

    @FXML
    private VBox repositories;

    @FXML
    private VBox entitlementPlace;

    public RegistryPage(Wizard wizard) {
        root = PageLoader.load(this, wizard);
        entitlement = new EntitlementPanel(wizard);
        entitlementPlace.getChildren().setAll(entitlement.root());
        wizard.draft().readable().map(Plan::registry).subscribe(_ -> entitlement.changed());
        wizard.draft().readable().subscribe(this::list);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void left() {
        entitlement.leave();
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
