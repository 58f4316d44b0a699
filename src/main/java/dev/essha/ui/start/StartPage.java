package dev.essha.ui.start;

import dev.essha.application.Places;
import dev.essha.plan.Preset;
import dev.essha.ui.keep.KeptDraft;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where it begins: with a new plan, a plan file, a deployment that stands already, or a rehearsal. */
public final class StartPage implements Page {

    private final Wizard wizard;
    private final Plans plans;
    private final Parent root;
    private final RecentPanel recent;
    private final FoundPanel found;
    private boolean wanted;

    @FXML
    private VBox notices;

    @FXML
    private VBox foundPlace;

    @FXML
    private VBox recentPlace;

    @FXML
    private Button find;

    @FXML
    private Label rehearsal;

    @FXML
    private Button rehearse;

    public StartPage(Wizard wizard, Plans plans) {
        this.wizard = wizard;
        this.plans = plans;
        root = PageLoader.load(this, wizard);
        recent = new RecentPanel(wizard, plans);
        found = new FoundPanel(wizard, plans);
        recentPlace.getChildren().setAll(recent);
        plans.left().addListener((ListChangeListener<KeptDraft>) _ -> notices());
        plans.refused().addListener((_, _, _) -> notices());
        wizard.venue().addListener((_, _, _) -> sayHow());
        notices();
        sayHow();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        recent.look();
        if (wanted && wizard.venue().get().isPresent()) {
            look();
        }
        wanted = false;
    }

    /** At first there is nothing to go on with. */
    @Override
    public Primary primary() {
        return wizard.furthest() == Step.START ? Primary.NONE : Primary.NEXT;
    }

    @FXML
    private void proofOfConcept() {
        plans.begin(Preset.PROOF_OF_CONCEPT);
    }

    @FXML
    private void production() {
        plans.begin(Preset.PRODUCTION);
    }

    @FXML
    private void open() {
        plans.open();
    }

    @FXML
    private void find() {
        if (wizard.venue().get().isPresent()) {
            look();
        } else {
            wanted = true;
            wizard.errand().set(Optional.of(Step.START));
            wizard.go(Step.SIGN_IN);
        }
    }

    @FXML
    private void rehearse() {
        if (!wizard.rehearsal().getValue()) {
            wizard.venue().set(Optional.of(Venue.rehearsal()));
        }
        wizard.go(Step.NETWORK);
    }

    private void look() {
        foundPlace.getChildren().setAll(found);
        foundPlace.setManaged(true);
        found.look();
    }

    private void sayHow() {
        find.setText(wizard.words().of(wizard.venue().get().isPresent() ? "start.found.look" : "start.found.sign-in"));
        boolean rehearses = wizard.rehearsal().getValue();
        rehearsal.setText(wizard.words()
                .of(rehearses ? "start.rehearse.going" : "start.rehearse.text", Places.Choice.USUAL_SPEED));
        rehearse.setText(wizard.words().of(rehearses ? "start.rehearse.continue" : "start.rehearse.begin"));
    }

    private void notices() {
        notices.getChildren().clear();
        plans.refused().get().ifPresent(r -> notices.getChildren().add(new RefusedPanel(wizard, plans, r)));
        plans.left().forEach(d -> notices.getChildren().add(new LeftPanel(wizard, plans, d)));
        notices.setManaged(!notices.getChildren().isEmpty());
    }
}
