package dev.essha.ui.signin;

import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Who signs in to which account, or nobody: a rehearsal needs none. */
public final class SignInPage implements Page {

    private final Wizard wizard;
    private final SignInDesk desk;
    private final SignInForm form;
    private final SignedInPanel signedIn;
    private final RefusedAccountPanel refused;
    private final Parent root;

    @FXML
    private VBox place;

    @FXML
    private VBox rehearse;

    public SignInPage(Wizard wizard, SignInDesk desk, Layers layers) {
        this.wizard = wizard;
        this.desk = desk;
        root = PageLoader.load(this, wizard);
        form = new SignInForm(wizard, desk::open, this::comeBack);
        signedIn = new SignedInPanel(wizard, desk, layers);
        refused = new RefusedAccountPanel(wizard, desk);
        place.getChildren().setAll(refused, signedIn, panel(form, form.advanced()));
        wizard.venue().subscribe(_ -> show());
        desk.refused().subscribe(_ -> show());
    }

    private static Node panel(Node... content) {
        VBox panel = new VBox(content);
        panel.getStyleClass().add("panel");
        return panel;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        form.look();
        signedIn.watch();
    }

    @Override
    public void left() {
        form.leave();
        signedIn.leave();
    }

    @Override
    public Primary primary() {
        return new Primary("shell.next", wizard.venue().map(Optional::isPresent), this::goOn);
    }

    @FXML
    private void rehearse() {
        desk.rehearse();
        goOn();
    }

    /** Whoever signs in for something goes back to it; anybody else sees first who they are. */
    private void comeBack() {
        if (wizard.errand().get().isPresent()) {
            goOn();
        }
    }

    /** To what somebody signed in for, or else to the next step. */
    private void goOn() {
        if (wizard.venue().get().isEmpty()) {
            return;
        }
        Step target = wizard.errand().get().orElse(Step.NETWORK);
        wizard.go(target);
    }

    private void show() {
        boolean in = wizard.venue().get().isPresent();
        show(signedIn, in);
        show(form.getParent(), !in);
        show(refused, desk.refused().get().isPresent());
        show(rehearse, !in);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
