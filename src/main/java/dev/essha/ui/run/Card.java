package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.ui.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A panel that tells something which the person should not miss. */
class Card extends VBox {

    /** What it is about, told by icon and color beside its words. */
    enum Tone {
        CALM("fth-info"),
        GOOD("fth-check-circle"),
        ATTENTION("fth-user"),
        BAD("fth-alert-octagon");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }
    }

    Card(String id, Tone tone, String title) {
        setId(id);
        getStyleClass().addAll("panel", "run-card", "run-card-" + Json.hyphenated(tone.name()));
        Label head = new Label(title, new FontIcon(tone.icon));
        head.getStyleClass().addAll("panel-title", "run-card-title");
        head.setWrapText(true);
        getChildren().add(head);
    }

    /** A paragraph. */
    final Label say(String text) {
        Label paragraph = new Label(text);
        paragraph.setWrapText(true);
        paragraph.getStyleClass().add("run-card-text");
        getChildren().add(paragraph);
        return paragraph;
    }

    final void buttons(Node... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("run-card-buttons");
        getChildren().add(row);
    }

    static Button signIn(Words words, RunActions actions) {
        return button("to-sign-in", words.of("run.to-sign-in"), "fth-log-in", actions::toSignIn);
    }

    static Button button(String id, String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
