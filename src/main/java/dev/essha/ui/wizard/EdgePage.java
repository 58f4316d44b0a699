package dev.essha.ui.wizard;

import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.field.CardSetting;
import dev.essha.ui.field.ChoiceSetting;
import dev.essha.ui.field.Fields;
import dev.essha.ui.field.TextSetting;
import dev.essha.wording.Labels;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** What stands between clients and the cluster: the shape of load balancing, a gateway, TLS. */
public final class EdgePage implements Page {

    private final Parent root;

    @FXML
    private CardSetting loadBalancing;

    @FXML
    private ChoiceSetting tlsPolicy;

    @FXML
    private TextSetting requestsPerClient;

    @FXML
    private VBox inline;

    public EdgePage(Wizard wizard) {
        root = PageLoader.loadBare(this, wizard);
        for (LoadBalancing shape : LoadBalancing.values()) {
            loadBalancing.picture(option(shape), new BalancingPicture(shape));
        }
        Fields.attach(root, wizard.form());
        inline.getChildren().setAll(new DrawingPanel(wizard.words(), wizard.draft()));
        follow(wizard.draft());
    }

    /** Behind no gateway, nobody counts requests. */
    private void follow(Draft draft) {
        StringProperty gateway = draft.text("edge.gateway");
        requestsPerClient.disableProperty().bind(gateway.isEqualTo("none"));
        draft.text("edge.tlsPolicy").subscribe(tlsPolicy::hint);
    }

    private static String option(LoadBalancing shape) {
        return Labels.of(shape);
    }

    @Override
    public Parent root() {
        return root;
    }
}
