package dev.essha.ui.signin;

import dev.essha.application.Places;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The sign-in over a page whose account stays open: a run waits in it, and goes on once somebody is signed in to the same account
 * again.
 */
public final class SignInOverlay {

    private static final double WIDTH = 720;

    private final SignInForm form;
    private Optional<Runnable> open = Optional.empty();

    private SignInOverlay(Wizard wizard, Venue venue, Places.Session session) {
        this.form = new SignInForm(
                wizard,
                (login, _) -> () -> {
                    session.signedIn().signInAgain(login);
                    Venue now = signedIn(venue, login, session);
                    return () -> enter(wizard, now);
                },
                this::close);
    }

    /**
     * Asks for a new sign-in. The account that was open stays the one; the window is signed in to it in the new way, too.
     *
     * @param venue where the account is
     * @param session the account, open
     * @return takes it away again, if it is still there
     */
    public static Runnable ask(Wizard wizard, Layers layers, Venue venue, Places.Session session) {
        SignInOverlay overlay = new SignInOverlay(wizard, venue, session);
        overlay.show(wizard.words(), layers);
        return overlay::close;
    }

    private static Venue signedIn(Venue venue, Login login, Places.Session session) {
        return new Venue(
                venue.choice().by(login),
                venue.kind(),
                Optional.of(session.cloud().identity()),
                session.signedIn().sessionEnds().map(SignedIn.SessionEnd::at));
    }

    /** A rehearsal has no login, and whoever went into another account meanwhile stays there. */
    private static void enter(Wizard wizard, Venue now) {
        if (!now.choice().rehearse()
                && wizard.venue().get().filter(v -> !v.isSameAccountAs(now)).isEmpty()) {
            wizard.venue().set(Optional.of(now));
        }
    }

    private void show(Words words, Layers layers) {
        Label title = new Label(words.of("signin.again"), new FontIcon("fth-log-in"));
        title.getStyleClass().add("panel-title");
        Label text = new Label(words.of("signin.again.text"));
        text.setWrapText(true);
        text.setMinHeight(VBox.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("refused-scroll");
        Button later = new Button(words.of("signin.again.later"));
        later.setId("sign-in-later");
        later.setOnAction(_ -> close());
        HBox buttons = new HBox(later);
        buttons.getStyleClass().add("buttons");
        VBox card = new VBox(title, text, scroll, buttons);
        card.setId("sign-in-again");
        card.setAccessibleText(words.of("signin.again"));
        card.setMaxWidth(WIDTH);
        open = Optional.of(layers.open(card, form.first(), this::close));
        form.look();
    }

    private void close() {
        open.ifPresent(taken -> {
            form.leave();
            taken.run();
        });
        open = Optional.empty();
    }
}
