package dev.essha.ui.signin;

import atlantafx.base.theme.Styles;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An access key, typed. It goes nowhere but to AWS, and out of the fields as soon as it is used. */
final class KeysPane extends VBox {

    private final Words words;
    private final TextField id = new TextField();
    private final PasswordField secret = new PasswordField();
    private final PasswordField token = new PasswordField();

    KeysPane(Words words, Consumer<Login> then) {
        this.words = words;
        getStyleClass().add("signin-pane");
        Label note = new Label(words.of("signin.keys.note"));
        note.getStyleClass().add("panel-note");
        note.setMinHeight(USE_PREF_SIZE);
        Button use = new Button(words.of("signin.keys.use"));
        use.setId("keys-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> id.getText().isBlank() || secret.getText().isBlank(),
                        id.textProperty(),
                        secret.textProperty()));
        use.setOnAction(_ -> then.accept(take()));
        Stream.of(id, secret, token).forEach(input -> input.setOnAction(_ -> use.fire()));
        HBox buttons = new HBox(use);
        buttons.getStyleClass().add("signin-buttons");
        getChildren()
                .setAll(
                        note,
                        field(id, "keys-id", "signin.keys.id"),
                        field(secret, "keys-secret", "signin.keys.secret"),
                        field(token, "keys-token", "signin.keys.token"),
                        buttons);
    }

    private VBox field(TextField input, String name, String key) {
        input.setId(name);
        input.setAccessibleText(words.of(key));
        Label label = new Label(words.of(key));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(input);
        VBox field = new VBox(label, input);
        field.getStyleClass().add("setting");
        return field;
    }

    private Login take() {
        Login login = new Login.Keys(
                id.getText().strip(),
                new Secret(secret.getText().strip()),
                Optional.of(token.getText().strip()).filter(t -> !t.isEmpty()).map(Secret::new));
        clear();
        return login;
    }

    /** Nothing secret stays in the fields. */
    void clear() {
        secret.clear();
        token.clear();
    }
}
