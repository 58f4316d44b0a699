package dev.essha.ui.signin;

import dev.essha.application.Addresses;
import dev.essha.ui.text.Words;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** What hardly anybody needs: another endpoint than AWS, and other name servers than the system's. */
final class ElsewherePane extends TitledPane {

    private final Words words;
    private final TextField endpoint = new TextField();
    private final TextField nameServer = new TextField();

    ElsewherePane(Words words) {
        this.words = words;
        setId("signin-advanced");
        setText(words.of("signin.advanced"));
        setExpanded(false);
        setAnimated(false);
        getStyleClass().add("advanced");
        VBox content = new VBox(
                field(endpoint, "endpoint", "signin.endpoint", Addresses::endpoint),
                field(nameServer, "name-server", "signin.name-server", Addresses::nameServer));
        content.getStyleClass().add("advanced-content");
        setContent(content);
    }

    /** Empty while one of them is none. */
    Optional<Elsewhere> elsewhere() {
        boolean fine = isFine(endpoint, Addresses::endpoint) && isFine(nameServer, Addresses::nameServer);
        setExpanded(isExpanded() || !fine);
        return fine
                ? Optional.of(new Elsewhere(
                        Addresses.endpoint(endpoint.getText().strip()),
                        Addresses.nameServer(nameServer.getText().strip())))
                : Optional.empty();
    }

    private <T> VBox field(TextField input, String id, String key, Function<String, Optional<T>> parse) {
        input.setId(id);
        input.setPromptText(words.of(key + ".prompt"));
        input.setAccessibleText(words.of(key));
        Label label = new Label(words.of(key));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(input);
        Label message = new Label(words.of(key + ".hint"));
        message.getStyleClass().add("setting-message");
        message.setWrapText(true);
        input.textProperty().addListener((_, _, _) -> {
            boolean fine = isFine(input, parse);
            message.setText(words.of(fine ? key + ".hint" : key + ".wrong"));
            message.pseudoClassStateChanged(Panes.DANGER, !fine);
            input.pseudoClassStateChanged(Panes.DANGER, !fine);
        });
        VBox field = new VBox(label, input, message);
        field.getStyleClass().add("setting");
        return field;
    }

    private static <T> boolean isFine(TextField input, Function<String, Optional<T>> parse) {
        return input.getText().isBlank() || parse.apply(input.getText().strip()).isPresent();
    }
}
