package dev.essha.ui.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Choices;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanDocument;
import dev.essha.ui.cost.CostModel;
import dev.essha.ui.cost.CostPanel;
import dev.essha.ui.cost.ZoneLossPanel;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Sizes of PostgreSQL, Kafka, the bucket and the cluster; beside them what they cost and what a zone's loss leaves. */
public final class SizingPage implements Page {

    /** What a preset is about here; the shape of the network stays as it was chosen. */
    private static final List<String> SECTIONS = List.of("database", "messaging", "storage", "compute");

    private final Wizard wizard;
    private final Parent root;

    @FXML
    private VBox aside;

    public SizingPage(Wizard wizard, CostModel costs) {
        this.wizard = wizard;
        root = PageLoader.load(this, wizard);
        CostPanel cost = new CostPanel(wizard.words(), costs.estimate(), wizard.rehearsal());
        ZoneLossPanel loss = new ZoneLossPanel(wizard.words());
        aside.getChildren().setAll(cost, loss);
        wizard.draft().readable().subscribe(loss::show);
    }

    @Override
    public Parent root() {
        return root;
    }

    @FXML
    private void proofOfConcept() {
        apply(Preset.PROOF_OF_CONCEPT);
    }

    @FXML
    private void production() {
        apply(Preset.PRODUCTION);
    }

    private void apply(Preset preset) {
        Plan now = wizard.draft().readable().get();
        Choices simplest = Choices.simplest(now.region());
        Choices shape = new Choices(
                simplest.zones(),
                simplest.egress(),
                simplest.dns(),
                simplest.loadBalancing(),
                simplest.gateway(),
                now.database().topology());
        ObjectNode sizes = PlanDocument.of(
                preset.plan(now.name(), now.region(), now.domain().name(), shape));
        wizard.draft().merge(sizes.retain(SECTIONS));
    }
}
