package dev.essha.ui.signin;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.ui.field.EvenColumns;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Background;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ways to sign in, side by side; what the login opens is for whoever puts the form somewhere. */
final class SignInForm extends VBox {

    private static final String SELECTED = "selected";

    private final Wizard wizard;
    private final Words words;
    private final Door door;
    private final Runnable then;
    private final CenterPane center;
    private final ProfilePane profiles;
    private final KeysPane keys;
    private final ElsewherePane advanced;
    private final VBox panes = new VBox();
    private final Label said = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final ToggleGroup ways = new ToggleGroup();
    private final Map<RadioButton, Node> byWay = new LinkedHashMap<>();
    private Optional<Background.Running> running = Optional.empty();

    /** @param then once it is open */
    SignInForm(Wizard wizard, Door door, Runnable then) {
        this.wizard = wizard;
        this.then = then;
        this.words = wizard.words();
        this.door = door;
        this.center = new CenterPane(wizard, this::attempt);
        this.profiles = new ProfilePane(
                words,
                wizard.tools().signIns(),
                wizard.background(),
                this::attempt,
                () -> attempt(new Login.Default()));
        this.keys = new KeysPane(words, this::attempt);
        this.advanced = new ElsewherePane(words);
        getStyleClass().add("signin-form");
        EvenColumns cards = new EvenColumns(
                card("center", "fth-users", center),
                card("profile", "fth-terminal", profiles),
                card("keys", "fth-key", keys));
        cards.setLeast(180);
        panes.getChildren().setAll(byWay.values());
        ways.selectedToggleProperty().addListener((_, _, _) -> show());
        getChildren().setAll(cards, panes, status());
        ways.selectToggle(byWay.keySet().iterator().next());
    }

    private Node card(String way, String icon, Node pane) {
        RadioButton button = new RadioButton(words.of("signin.way." + way));
        button.setId("way-" + way);
        button.setToggleGroup(ways);
        button.setWrapText(true);
        button.getStyleClass().add("card-title");
        Label text = new Label(words.of("signin.way." + way + ".text"), new FontIcon(icon));
        text.setWrapText(true);
        text.getStyleClass().addAll("card-text", "way-text");
        button.setAccessibleHelp(text.getText());
        VBox card = new VBox(button, text);
        card.getStyleClass().add("card");
        card.setOnMouseClicked(_ -> {
            button.requestFocus();
            button.setSelected(true);
        });
        byWay.put(button, pane);
        return card;
    }

    private HBox status() {
        busy.getStyleClass().add("check-looking");
        said.setId("signin-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox status = new HBox(busy, said);
        status.getStyleClass().add("signin-status");
        say("panel-note", "", false);
        return status;
    }

    /** What is asked in place of AWS: to be put where it makes sense. */
    Node advanced() {
        return advanced;
    }

    /** Where somebody begins. */
    Node first() {
        return byWay.keySet().iterator().next();
    }

    /** Reads the AWS tools' files anew. */
    void look() {
        center.look();
        profiles.look();
    }

    /** Nobody signs in any more; nothing secret stays. */
    void leave() {
        center.leave();
        keys.clear();
        running.ifPresent(Background.Running::cancel);
        running = Optional.empty();
        say("panel-note", "", false);
        panes.setDisable(false);
    }

    private void show() {
        byWay.forEach((button, pane) -> {
            boolean chosen = button.isSelected();
            pane.setVisible(chosen);
            pane.setManaged(chosen);
            button.getParent().getStyleClass().remove(SELECTED);
            if (chosen) {
                button.getParent().getStyleClass().add(SELECTED);
            }
        });
        say("panel-note", "", false);
    }

    /** A profile of an Identity Center wants somebody to be signed in there first. */
    private void attempt(FoundProfile profile) {
        Login login = new Login.Profile(profile.name());
        if (profile.source() instanceof ProfileSource.CenterRole role) {
            ways.selectToggle(byWay.keySet().iterator().next());
            center.goFor(role.login().center(), login);
        } else {
            attempt(login);
        }
    }

    private void attempt(Login login) {
        advanced.elsewhere().ifPresent(elsewhere -> {
            say("panel-note", words.of("signin.trying"), true);
            panes.setDisable(true);
            running = Optional.of(wizard.background()
                    .start(
                            door.with(login, elsewhere),
                            open -> {
                                leave();
                                open.run();
                                then.run();
                            },
                            this::refused));
        });
    }

    private void refused(Throwable failure) {
        panes.setDisable(false);
        Failures.Told told = wizard.failures().tell(failure);
        boolean notSignedIn = failure instanceof CloudException e && e.failure() instanceof CloudFailure.NotSignedIn;
        say("danger-text", told.what() + "\n" + (notSignedIn ? words.of("signin.refused.todo") : told.todo()), false);
    }

    private void say(String style, String text, boolean running) {
        busy.setVisible(running);
        busy.setManaged(running);
        said.getStyleClass().removeAll("panel-note", "danger-text");
        said.getStyleClass().add(style);
        said.setGraphic(style.equals("danger-text") ? new FontIcon("fth-alert-circle") : null);
        said.setText(text);
    }
}
