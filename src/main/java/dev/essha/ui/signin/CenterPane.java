package dev.essha.ui.signin;

import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.SignIns;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import dev.essha.wording.Labels;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** IAM Identity Center: which one, the way through the browser, then account and role. */
final class CenterPane extends VBox {

    private final Wizard wizard;
    private final Words words;
    private final SignIns signIns;
    private final Consumer<Login> then;
    private final CenterFlow flow;
    private final CenterChooser chooser;
    private final AwayPanel away;
    private final RolePanel roles;
    private Optional<Login> afterwards = Optional.empty();

    CenterPane(Wizard wizard, Consumer<Login> then) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.signIns = wizard.tools().signIns();
        this.then = then;
        this.flow = new CenterFlow(signIns, wizard.background(), wizard.tools().desktop(), words);
        this.chooser = new CenterChooser(words, this::begin);
        this.away = new AwayPanel(words, wizard.tools().desktop(), flow::cancel);
        this.roles = new RolePanel(wizard, signIns, then, flow::cancel);
        getChildren().setAll(chooser, away, roles);
        flow.state().subscribe(this::show);
    }

    /** Reads the files anew. */
    void look() {
        wizard.background().start(signIns::identityCenters, chooser::offer);
    }

    /** Signs in to a center for a login that comes by it. */
    void goFor(IdentityCenter center, Login login) {
        afterwards = Optional.of(login);
        flow.goTo(center, SignIns.Way.BROWSER);
    }

    private void begin(IdentityCenter center, SignIns.Way way) {
        afterwards = Optional.empty();
        flow.goTo(center, way);
    }

    /** Nobody waits for the person any more. */
    void leave() {
        if (flow.state().get() instanceof CenterFlow.State.Away) {
            flow.cancel();
        }
    }

    private void show(CenterFlow.State now) {
        only(
                switch (now) {
                    case CenterFlow.State.Idle _ -> chooser;
                    case CenterFlow.State.Away _ -> away;
                    case CenterFlow.State.Back _ -> roles;
                });
        switch (now) {
            case CenterFlow.State.Idle idle ->
                chooser.say(idle.last().map(this::told).orElse(""));
            case CenterFlow.State.Away gone -> away.show(gone.asked());
            case CenterFlow.State.Back back -> back(back.center());
        }
    }

    private void back(IdentityCenter center) {
        if (afterwards.isPresent()) {
            Login login = afterwards.get();
            afterwards = Optional.empty();
            then.accept(login);
        }
        roles.show(center);
    }

    private String told(Outcome.NotDone notDone) {
        String reason = Labels.of(notDone.reason());
        return notDone.reason() == Outcome.Reason.UNEXPECTED || notDone.reason() == Outcome.Reason.COMPUTER
                ? words.of("signin.outcome." + reason, words.said(notDone.said()))
                : words.of("signin.outcome." + reason);
    }

    private void only(Node shown) {
        List.of(chooser, away, roles).forEach(n -> {
            n.setVisible(n == shown);
            n.setManaged(n == shown);
        });
    }
}
