package dev.essha.ui.wizard;

import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.field.Fields;
import dev.essha.ui.field.Form;
import dev.essha.ui.field.TextSetting;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Name, region, zones and network of the deployment, with the drawing of what they make. */
public final class NetworkPage implements Page {

    private final Wizard wizard;
    private final ZoneChoice zoneChoice;
    private final RegionLooks looks;
    private final Pane root;

    @FXML
    private RegionSetting region;

    @FXML
    private ZonesSetting zones;

    @FXML
    private AccountGuard account;

    @FXML
    private TextSetting vpcCidr;

    @FXML
    private CheckBox typed;

    @FXML
    private CheckBox existing;

    @FXML
    private SubnetFields subnets;

    @FXML
    private VBox existingVpc;

    @FXML
    private VBox beside;

    public NetworkPage(Wizard wizard) {
        this.wizard = wizard;
        this.zoneChoice = new ZoneChoice(wizard.draft());
        this.looks = new RegionLooks(wizard);
        root = (Pane) PageLoader.loadBare(this, wizard);
        DrawingPanel drawing = new DrawingPanel(wizard.words(), wizard.draft());
        VBox.setVgrow(drawing, Priority.ALWAYS);
        beside.getChildren().setAll(drawing);
        connect(wizard.form());
        wizard.draft().readable().subscribe(_ -> ask());
        wizard.venue().subscribe(_ -> ask());
    }

    private void connect(Form form) {
        region.connect(zoneChoice, looks);
        zones.connect(zoneChoice, looks);
        account.connect(wizard.venue());
        subnets.connect(zoneChoice);
        vpcCidr.meaning(form.draft()
                .readable()
                .map(plan -> form.words()
                        .of("network.addresses", plan.network().vpcCidr().addresses())));
        Fields.attach(root, form);
        zoneChoice.typed().subscribe(typed::setSelected);
        typed.disableProperty().bind(zoneChoice.existing());
        zoneChoice.existing().subscribe(existing::setSelected);
        show(subnets, zoneChoice.typed());
        show(existingVpc, zoneChoice.existing());
    }

    private static void show(Pane pane, ObservableBooleanValue wanted) {
        pane.visibleProperty().bind(wanted);
        pane.managedProperty().bind(wanted);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        zoneChoice.refresh();
        ask();
    }

    /** Nobody is asked for a page that is not shown. */
    private void ask() {
        if (wizard.step().get() == Step.NETWORK) {
            looks.ask();
        }
    }

    @FXML
    private void typeSubnets() {
        if (typed.isSelected()) {
            zoneChoice.type();
        } else {
            zoneChoice.cut();
        }
    }

    @FXML
    private void useExistingVpc() {
        if (existing.isSelected()) {
            zoneChoice.useExisting();
        } else {
            zoneChoice.create();
        }
    }
}
