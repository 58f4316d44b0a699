package dev.essha.ui.wizard;

import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.field.EvenColumns;
import dev.essha.ui.field.Form;
import dev.essha.ui.field.FormPart;
import dev.essha.ui.field.TextSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The subnets of each zone, to be typed; in a VPC that is there already with their ids. */
public final class SubnetFields extends VBox implements FormPart {

    private final List<Node> zones = new ArrayList<>();
    private ZoneChoice choice;
    private Form form;

    public SubnetFields() {
        getStyleClass().add("subnet-fields");
    }

    /** Before {@link #attach}. */
    void connect(ZoneChoice zoneChoice) {
        choice = zoneChoice;
    }

    @Override
    public void attach(Form shown) {
        form = shown;
        form.draft().zoneCount().subscribe(_ -> fit());
    }

    private void fit() {
        int count = form.draft().zoneCount().get();
        while (zones.size() < count) {
            zones.add(zone(zones.size()));
        }
        if (getChildren().size() != count) {
            getChildren().setAll(zones.subList(0, count));
        }
    }

    private Node zone(int index) {
        ObservableValue<String> name = form.draft().text(ZoneChoice.path(index, "name"));
        Label title = new Label();
        title.getStyleClass().add("setting-label");
        title.textProperty().bind(name);
        TextSetting publicCidr = field(index, "publicCidr");
        publicCidr.meaning(addresses(index, Zone::publicCidr));
        TextSetting privateCidr = field(index, "privateCidr");
        privateCidr.meaning(addresses(index, Zone::privateCidr));
        EvenColumns cidrs = new EvenColumns(publicCidr, privateCidr);
        EvenColumns ids = new EvenColumns(field(index, "publicSubnet"), field(index, "privateSubnet"));
        ids.visibleProperty().bind(choice.existing());
        ids.managedProperty().bind(choice.existing());
        List.of(cidrs, ids).forEach(columns -> attach(columns, name));
        VBox zone = new VBox(title, cidrs, ids);
        zone.getStyleClass().add("subnet-zone");
        return zone;
    }

    private void attach(EvenColumns columns, ObservableValue<String> zone) {
        columns.setLeast(230);
        columns.getChildren().forEach(node -> {
            TextSetting field = (TextSetting) node;
            zone.subscribe(field::setSubject);
            field.attach(form);
        });
    }

    private static TextSetting field(int index, String setting) {
        TextSetting field = new TextSetting();
        field.setPath(ZoneChoice.path(index, setting));
        return field;
    }

    private ObservableValue<String> addresses(int index, Function<Zone, Cidr> subnet) {
        return form.draft()
                .readable()
                .map(plan -> plan.network().zones().size() > index
                        ? form.words()
                                .of(
                                        "network.addresses",
                                        subnet.apply(plan.network().zones().get(index))
                                                .usableAddresses())
                        : "");
    }
}
