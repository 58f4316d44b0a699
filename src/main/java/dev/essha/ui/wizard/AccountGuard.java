package dev.essha.ui.wizard;

import dev.essha.plan.AccountId;
import dev.essha.ui.field.Form;
import dev.essha.ui.field.SettingField;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** Whether the plan is for the account that is signed in, and for no other. */
public final class AccountGuard extends SettingField {

    private final CheckBox input = new CheckBox();
    private ObservableValue<Optional<Venue>> venue;

    /** Before {@link #attach}. */
    void connect(ObservableValue<Optional<Venue>> where) {
        venue = where;
    }

    @Override
    protected Node build(Form form) {
        StringProperty text = form.draft().text(getPath());
        input.setId("account-guard");
        input.setWrapText(true);
        input.setOnAction(_ -> text.set(input.isSelected() ? signedIn().orElse("") : ""));
        text.subscribe(_ -> show(form, text.get()));
        venue.subscribe(_ -> show(form, text.get()));
        return input;
    }

    private void show(Form form, String account) {
        Optional<String> named = Optional.of(account).filter(a -> !a.isBlank()).or(this::signedIn);
        input.setSelected(!account.isBlank());
        input.setDisable(named.isEmpty());
        input.setText(named.map(a -> form.words().of("network.account.only", a))
                .orElseGet(
                        () -> form.words().of(isRehearsal() ? "network.account.rehearsal" : "network.account.nobody")));
    }

    private boolean isRehearsal() {
        return venue.getValue().filter(Venue::isRehearsal).isPresent();
    }

    private Optional<String> signedIn() {
        return venue.getValue().flatMap(Venue::identity).map(i -> i.account()).map(AccountId::value);
    }

    @Override
    public Node focusTarget() {
        return input;
    }
}
