package dev.essha.ui.signin;

import atlantafx.base.theme.Styles;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.AccountId;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The accounts and roles that an Identity Center gives to whoever is signed in there. */
final class RolePanel extends VBox {

    private final Wizard wizard;
    private final Words words;
    private final PickList<CenterAccount> accounts;
    private final PickList<String> roles;
    private final Label state = new Label();
    private final LookUp<IdentityCenter, List<CenterAccount>> accountLook;
    private final LookUp<Of, List<String>> roleLook;
    private IdentityCenter center;

    private record Of(IdentityCenter center, AccountId account) {}

    /**
     * @param then with the role that was picked
     * @param lost when the center knows the person no longer
     */
    RolePanel(Wizard wizard, SignIns signIns, Consumer<Login> then, Runnable lost) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.accounts =
                new PickList<>(words, "center-accounts", "signin.center.accounts", RolePanel::name, RolePanel::detail);
        this.roles = new PickList<>(words, "center-roles", "signin.center.roles", r -> r, _ -> "");
        this.accountLook = new LookUp<>(wizard.background(), (_, now) -> now.run(), signIns::accounts);
        this.roleLook = new LookUp<>(
                wizard.background(), (_, now) -> now.run(), of -> signIns.roles(of.center(), of.account()));
        getStyleClass().add("signin-pane");
        state.setId("center-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        HBox lists = new HBox(accounts, roles);
        lists.getStyleClass().add("columns");
        List.of(accounts, roles).forEach(l -> {
            HBox.setHgrow(l, Priority.ALWAYS);
            l.setPrefWidth(1);
        });
        getChildren().setAll(state, lists, buttons(then, lost));
        accounts.selected().addListener((_, _, picked) -> askRoles(Optional.ofNullable(picked)));
        accountLook.state().addListener((_, _, now) -> showAccounts(now));
        roleLook.state().addListener((_, _, now) -> showRoles(now));
    }

    private HBox buttons(Consumer<Login> then, Runnable lost) {
        Button use = new Button(words.of("signin.center.use"));
        use.setId("center-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.disableProperty().bind(roles.selected().map(_ -> false).orElse(true));
        Runnable take = () -> login().ifPresent(then);
        use.setOnAction(_ -> take.run());
        roles.onPick(take);
        Button other = new Button(words.of("signin.center.other"));
        other.setId("center-other");
        other.setOnAction(_ -> lost.run());
        HBox buttons = new HBox(use, other);
        buttons.getStyleClass().add("signin-buttons");
        return buttons;
    }

    private Optional<Login> login() {
        return accounts.picked()
                .flatMap(account ->
                        roles.picked().map(role -> new Login.IdentityCenterRole(center, account.id(), role)));
    }

    /** Shows what a center has; what was shown before is forgotten. */
    void show(IdentityCenter now) {
        center = now;
        accounts.items(List.of());
        roles.items(List.of());
        roleLook.clear();
        accountLook.clear();
        accountLook.ask(now, Duration.ZERO);
    }

    private void askRoles(Optional<CenterAccount> picked) {
        roles.items(List.of());
        picked.ifPresentOrElse(a -> roleLook.ask(new Of(center, a.id()), Duration.ZERO), roleLook::clear);
    }

    private void showAccounts(LookUp.State<IdentityCenter, List<CenterAccount>> now) {
        switch (now) {
            case LookUp.State.Idle<IdentityCenter, List<CenterAccount>> _ -> say("panel-note", "");
            case LookUp.State.Running<IdentityCenter, List<CenterAccount>> _ ->
                say("panel-note", words.of("signin.center.looking"));
            case LookUp.State.Answered<IdentityCenter, List<CenterAccount>> answered -> {
                accounts.items(answered.answer());
                say(
                        "panel-note",
                        words.of("signin.center.found", answered.answer().size(), center.label()));
            }
            case LookUp.State.Failed<IdentityCenter, List<CenterAccount>> failed -> fail(failed.failure());
        }
    }

    private void showRoles(LookUp.State<Of, List<String>> now) {
        switch (now) {
            case LookUp.State.Answered<Of, List<String>> answered -> roles.items(answered.answer());
            case LookUp.State.Failed<Of, List<String>> failed -> fail(failed.failure());
            case LookUp.State.Idle<Of, List<String>> _, LookUp.State.Running<Of, List<String>> _ -> {
                // The list is empty.
            }
        }
    }

    private void fail(Throwable failure) {
        Failures.Told told = wizard.failures().tell(failure);
        say("danger-text", told.what() + " " + told.todo());
    }

    private void say(String style, String text) {
        state.getStyleClass().removeAll("panel-note", "danger-text");
        state.getStyleClass().add(style);
        state.setText(text);
    }

    private static String name(CenterAccount account) {
        return account.name().isEmpty() ? account.id().value() : account.name();
    }

    private static String detail(CenterAccount account) {
        return Stream.of(account.id().value(), account.email())
                .filter(t -> !t.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }
}
