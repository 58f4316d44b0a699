package dev.essha.ui.signin;

import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that the plan is for another account than the one that somebody signed in to. */
final class RefusedAccountPanel extends VBox {

    RefusedAccountPanel(Wizard wizard, SignInDesk desk) {
        Words words = wizard.words();
        setId("refused-account");
        getStyleClass().addAll("panel", "refused");
        Label title = new Label(words.of("signin.other-account"), new FontIcon("fth-alert-circle"));
        title.getStyleClass().addAll("panel-title", "danger-text");
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button free = new Button(words.of("signin.other-account.free"));
        free.setId("free-plan");
        free.setOnAction(_ -> desk.freePlan());
        HBox buttons = new HBox(free);
        buttons.getStyleClass().add("signin-buttons");
        getChildren().setAll(title, text, buttons);
        desk.refused()
                .subscribe(refused -> text.setText(refused.map(r -> words.of(
                                "signin.other-account.text",
                                r.wanted().value(),
                                r.signedIn().account().value(),
                                r.signedIn().arn()))
                        .orElse("")));
    }
}
