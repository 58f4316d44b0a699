package dev.essha.ui.wizard;

import dev.essha.cloud.Identity;
import dev.essha.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says on every page where everything happens, and above all when nothing is real. */
final class VenueBanner extends HBox {

    private final Words words;
    private final FontIcon icon = new FontIcon("fth-cloud-off");
    private final Label name = new Label();
    private final Label detail = new Label();

    VenueBanner(Wizard wizard) {
        this.words = wizard.words();
        getStyleClass().add("venue");
        setId("venue");
        name.getStyleClass().add("venue-name");
        name.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("venue-detail");
        getChildren().addAll(icon, name, detail);
        wizard.venue().addListener((_, _, now) -> show(now));
        show(wizard.venue().get());
    }

    private void show(Optional<Venue> venue) {
        getStyleClass().removeAll("venue-none", "venue-rehearsal", "venue-endpoint", "venue-aws");
        if (venue.isEmpty()) {
            say("venue-none", "fth-cloud-off", words.of("venue.none"), words.of("venue.none.detail"));
            return;
        }
        Optional<Identity> who = venue.get().identity();
        switch (venue.get().kind()) {
            case REHEARSAL ->
                say("venue-rehearsal", "fth-film", words.of("venue.rehearsal"), words.of("venue.rehearsal.detail"));
            case ENDPOINT -> say("venue-endpoint", "fth-server", words.of("venue.endpoint"), identity(who));
            case AWS -> say("venue-aws", "fth-cloud", words.of("venue.aws"), identity(who));
        }
    }

    private String identity(Optional<Identity> who) {
        return who.map(i -> words.of(
                        "venue.identity",
                        i.account().value(),
                        i.arn().substring(i.arn().lastIndexOf(':') + 1)))
                .orElse("");
    }

    private void say(String style, String literal, String what, String more) {
        getStyleClass().add(style);
        icon.setIconLiteral(literal);
        name.setText(what);
        detail.setText(more);
        setAccessibleText(what + ". " + more);
    }
}
