package dev.essha.ui.signin;

import dev.essha.cloud.signin.SignedIn;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
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

    private SignInOverlay(Wizard wizard, SignedIn signedIn, Runnable then) {
        this.form = new SignInForm(
                wizard,
                (login, _) -> () -> {
                    signedIn.signInAgain(login);
                    return then;
                },
                this::close);
    }

    /**
     * Asks for a new sign-in. The account that was open stays the one.
     *
     * @param signedIn of the account
     * @param then on the window's thread, once somebody is signed in again
     */
    public static void ask(Wizard wizard, Layers layers, SignedIn signedIn, Runnable then) {
        new SignInOverlay(wizard, signedIn, then).show(wizard.words(), layers);
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
        open = Optional.of(layers.open(card, later, this::close));
        form.look();
    }

    private void close() {
        form.leave();
        open.ifPresent(Runnable::run);
        open = Optional.empty();
    }
}
