package dev.essha.ui.signin;

import dev.essha.application.Spell;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn.SessionEnd;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Question;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Timers;
import dev.essha.wording.Labels;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who is signed in: account, identity, partition, by which way, and when the session ends. */
final class SignedInPanel extends VBox {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Wizard wizard;
    private final Words words;
    private final SignInDesk desk;
    private final Layers layers;
    private final Label title = new Label();
    private final GridPane values = new GridPane();
    private final Label ends = new Label();
    private final Button out = new Button();
    private Optional<Runnable> ticking = Optional.empty();

    SignedInPanel(Wizard wizard, SignInDesk desk, Layers layers) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.desk = desk;
        this.layers = layers;
        setId("signed-in");
        getStyleClass().addAll("panel", "signed-in");
        title.getStyleClass().add("panel-title");
        values.getStyleClass().add("values");
        ends.setId("session-ends");
        out.setId("sign-out");
        out.setGraphic(new FontIcon("fth-log-out"));
        out.setOnAction(_ -> signOut());
        HBox buttons = new HBox(out);
        buttons.getStyleClass().add("signin-buttons");
        getChildren().setAll(title, values, buttons);
        wizard.venue().subscribe(v -> v.ifPresent(this::show));
        desk.ends().subscribe(_ -> count());
    }

    /** Counts down from now on. */
    void watch() {
        leave();
        ticking = Optional.of(Timers.beat().every(TICK, this::count));
    }

    void leave() {
        ticking.ifPresent(Runnable::run);
        ticking = Optional.empty();
    }

    private void show(Venue venue) {
        String kind = Labels.of(venue.kind());
        title.setText(words.of("signin.in." + kind));
        title.setGraphic(new FontIcon(venue.isRehearsal() ? "fth-film" : "fth-check-circle"));
        out.setText(words.of(venue.isRehearsal() ? "signin.end-rehearsal" : "signin.out"));
        values.getChildren().clear();
        venue.identity().ifPresent(identity -> {
            value("signin.in.account", "signed-in-account", identity.account().value());
            value("signin.in.identity", "signed-in-identity", identity.arn());
            value("signin.in.partition", "signed-in-partition", identity.partition());
            value("signin.in.way", "signed-in-way", way(venue.choice().login()));
            row("signin.in.ends", ends);
        });
        venue.choice().endpoint().ifPresent(uri -> value("signin.in.address", "signed-in-endpoint", uri.toString()));
        venue.choice()
                .dnsServer()
                .ifPresent(s ->
                        value("signin.in.name-server", "signed-in-name-server", s.getHostString() + ":" + s.getPort()));
        if (venue.isRehearsal()) {
            Label note = new Label(
                    words.of("signin.in.rehearsal.text", venue.choice().speed()));
            note.setWrapText(true);
            values.add(note, 0, 0, 2, 1);
        }
        count();
    }

    private String way(Login login) {
        return switch (login) {
            case Login.Default _ -> words.of("signin.in.way.default");
            case Login.Profile profile -> words.of("signin.in.way.profile", profile.name());
            case Login.Keys keys -> words.of("signin.in.way.keys", keys.id());
            case Login.IdentityCenterRole role ->
                words.of("signin.in.way.center", role.role(), role.center().label());
        };
    }

    private void value(String key, String id, String text) {
        Label value = new Label(text);
        value.setId(id);
        value.setWrapText(true);
        value.getStyleClass().add("mono");
        HBox row = new HBox(value, new CopyButton(words, words.of(key), () -> text));
        row.getStyleClass().add("setting-row");
        row(key, row);
    }

    private void row(String key, javafx.scene.Node value) {
        Label name = new Label(words.of(key));
        name.getStyleClass().add("panel-note");
        name.setMinWidth(USE_PREF_SIZE);
        values.addRow(values.getRowCount(), name, value);
    }

    private void count() {
        Optional<SessionEnd> known = desk.ends().get();
        ends.setText(known.map(this::told).orElseGet(() -> words.of("signin.ends.unknown")));
    }

    private String told(SessionEnd end) {
        Duration left = Duration.between(wizard.tools().clock().instant(), end.at());
        if (left.isNegative() || left.isZero()) {
            return words.of(end.renewed() ? "signin.ends.renewing" : "signin.ends.over");
        }
        String at = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(end.at());
        return words.of(end.renewed() ? "signin.ends.renewed" : "signin.ends.at", at, Spell.duration(left));
    }

    /** The session of an Identity Center is shared with the AWS tools: it may be wanted there. */
    private void signOut() {
        Optional<IdentityCenter> center = desk.center();
        if (center.isEmpty()) {
            desk.signOut();
            return;
        }
        new Question(
                        layers,
                        words,
                        "sign-out-question",
                        words.of("signin.out.title"),
                        words.of("signin.out.text", center.get().label()))
                .answer("here", "signin.out.here", desk::signOut)
                .answer("everywhere", "signin.out.everywhere", () -> everywhere(center.get()))
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
    }

    private void everywhere(IdentityCenter center) {
        desk.signOut();
        wizard.background()
                .start(
                        () -> {
                            wizard.tools().signIns().signOut(center);
                            return center;
                        },
                        _ -> {},
                        _ -> {
                            // As the port says: the token is gone from this computer anyway.
                        });
    }
}
