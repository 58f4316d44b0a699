package dev.essha.ui.run;

import dev.essha.cloud.Cloud;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Asks for the deployment's name before anything real is touched. */
final class ConfirmQuestion {

    private final Runnable close;

    @FXML
    private Label title;

    @FXML
    private Label place;

    @FXML
    private Label consequence;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Button cancel;

    @FXML
    private Button install;

    private ConfirmQuestion(Wizard wizard, RunOrder order, Layers layers, Runnable confirmed) {
        Words words = wizard.words();
        Region root = (Region) PageLoader.loadBare(this, wizard);
        title.setText(words.of("review.confirm.title", order.deployment()));
        root.setAccessibleText(title.getText());
        place.setText(new RunWords(words).place(order));
        boolean aws = order.venue().kind() == Cloud.Kind.AWS;
        consequence.setText(words.of(aws ? "review.confirm.text" : "review.confirm.text.endpoint"));
        nameLabel.setText(words.of("review.confirm.name", order.deployment()));
        nameLabel.setLabelFor(name);
        install.disableProperty()
                .bind(name.textProperty()
                        .map(typed -> !typed.strip().equals(order.deployment()))
                        .orElse(true));
        close = layers.open(root, name, this::leave);
        cancel.setOnAction(_ -> leave());
        install.setOnAction(_ -> {
            leave();
            confirmed.run();
        });
    }

    /** @param confirmed what is done once the name was typed */
    static void ask(Wizard wizard, RunOrder order, Layers layers, Runnable confirmed) {
        new ConfirmQuestion(wizard, order, layers, confirmed);
    }

    private void leave() {
        close.run();
    }
}
