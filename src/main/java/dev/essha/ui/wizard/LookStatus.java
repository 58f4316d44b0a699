package dev.essha.ui.wizard;

import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.field.Form;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.work.LookUp.State;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the look at the region's zones stands, in a line that is always there: asked or not, failed, and what can be done. */
final class LookStatus extends HBox {

    private final Words words;
    private final RegionLooks looks;
    private final ZoneChoice choice;
    private final ProgressIndicator running = new ProgressIndicator();
    private final FontIcon icon = new FontIcon("fth-cloud-off");
    private final Label text = new Label();
    private final Button again = new Button();
    private final Button instead = new Button();

    LookStatus(Form form, RegionLooks looks, ZoneChoice choice) {
        this.words = form.words();
        this.looks = looks;
        this.choice = choice;
        getStyleClass().add("look-status");
        running.getStyleClass().add("look-running");
        text.setId("zones-status");
        text.setWrapText(true);
        text.getStyleClass().add("look-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        button(again, "zones-again", "network.again", "fth-refresh-cw");
        again.setOnAction(_ -> looks.again());
        button(instead, "zones-instead", "network.instead", "fth-check-square");
        getChildren().setAll(new StackPane(running, icon), text, instead, again);
        looks.zones().subscribe(_ -> show());
        form.draft().judged().subscribe(_ -> offer());
    }

    private void button(Button button, String id, String key, String literal) {
        button.setId(id);
        button.setText(words.of(key));
        button.setGraphic(new FontIcon(literal));
        button.setMinWidth(USE_PREF_SIZE);
    }

    private void show() {
        switch (looks.zones().get()) {
            case State.Idle<AccountQuestion<ZoneNeeds>, ZoneOffers> _ ->
                say("fth-cloud-off", words.of("network.zones.nobody"), "note");
            case State.Running<AccountQuestion<ZoneNeeds>, ZoneOffers>(var question) ->
                say("", words.of("network.zones.asking", question.about().region()), "note");
            case State.Answered<AccountQuestion<ZoneNeeds>, ZoneOffers>(var _, var offers) ->
                say(
                        "fth-cloud",
                        words.of(
                                "network.zones.answered",
                                offers.zones().size(),
                                offers.needs().region()),
                        "note");
            case State.Failed<AccountQuestion<ZoneNeeds>, ZoneOffers>(var _, var failure) -> {
                Failures.Told told = new Failures(words).tell(failure);
                say("fth-alert-triangle", told.what() + " " + told.todo(), "warning-text");
            }
        }
        offer();
    }

    private void offer() {
        boolean failed = looks.zones().get() instanceof State.Failed;
        again.setVisible(failed);
        again.setManaged(failed);
        Optional<List<String>> better = looks.zones().get() instanceof State.Answered(var _, ZoneOffers offers)
                ? offers.instead(choice.names())
                : Optional.empty();
        instead.setVisible(better.isPresent());
        instead.setManaged(better.isPresent());
        instead.setOnAction(_ -> better.ifPresent(choice::choose));
    }

    /** @param literal of the icon; empty while it runs */
    private void say(String literal, String said, String style) {
        running.setVisible(literal.isEmpty());
        icon.setVisible(!literal.isEmpty());
        if (!literal.isEmpty()) {
            icon.setIconLiteral(literal);
        }
        getStyleClass().removeAll("note", "warning-text");
        getStyleClass().add(style);
        text.setText(said);
    }
}
