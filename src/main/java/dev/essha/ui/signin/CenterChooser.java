package dev.essha.ui.signin;

import atlantafx.base.theme.Styles;
import dev.essha.cloud.signin.Configured;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.SignIns;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.ProblemText;
import dev.essha.plan.RegionName;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which Identity Center, and how a browser gets there. */
final class CenterChooser extends VBox {

    private final Words words;
    private final ComboBox<Optional<IdentityCenter>> centers = new ComboBox<>();
    private final TextField startUrl = new TextField();
    private final TextField region = new TextField();
    private final Label wrong = new Label();
    private final HBox typed;
    private final BiConsumer<IdentityCenter, SignIns.Way> then;

    CenterChooser(Words words, BiConsumer<IdentityCenter, SignIns.Way> then) {
        this.words = words;
        this.then = then;
        getStyleClass().add("signin-pane");
        centers.setId("centers");
        centers.setMaxWidth(Double.MAX_VALUE);
        centers.setAccessibleText(words.of("signin.center.which"));
        centers.setConverter(names());
        typed = new HBox(
                field(startUrl, "center-start-url", "signin.center.start-url", 3),
                field(region, "center-region", "signin.center.region", 2));
        typed.getStyleClass().add("columns");
        wrong.setId("center-wrong");
        wrong.getStyleClass().add("danger-text");
        wrong.setWrapText(true);
        wrong.setMinHeight(USE_PREF_SIZE);
        startUrl.setOnAction(_ -> go(SignIns.Way.BROWSER));
        region.setOnAction(_ -> go(SignIns.Way.BROWSER));
        centers.valueProperty().addListener((_, _, now) -> show(now));
        getChildren().setAll(field(centers, "signin.center.which"), typed, wrong, buttons());
        offer(new Configured<>(List.of(), List.of()));
    }

    private HBox buttons() {
        Button browser = new Button(words.of("signin.center.browser"), new FontIcon("fth-external-link"));
        browser.setId("center-browser");
        browser.getStyleClass().add(Styles.ACCENT);
        browser.setOnAction(_ -> go(SignIns.Way.BROWSER));
        Button device = new Button(words.of("signin.center.device"), new FontIcon("fth-smartphone"));
        device.setId("center-device");
        device.setOnAction(_ -> go(SignIns.Way.DEVICE_CODE));
        HBox buttons = new HBox(browser, device);
        buttons.getStyleClass().add("signin-buttons");
        return buttons;
    }

    /** Offers those that files describe, and one that is typed. */
    void offer(Configured<IdentityCenter> found) {
        List<Optional<IdentityCenter>> offered =
                new ArrayList<>(found.found().stream().map(Optional::of).toList());
        offered.add(Optional.empty());
        Optional<IdentityCenter> before =
                Optional.ofNullable(centers.getValue()).flatMap(c -> c);
        centers.getItems().setAll(offered);
        centers.setValue(before.isPresent() && offered.contains(before) ? before : offered.getFirst());
        say(ProfilePane.broken(words, found));
    }

    /** Says why nobody came back. */
    void say(String text) {
        wrong.setText(text);
        wrong.setVisible(!text.isEmpty());
        wrong.setManaged(!text.isEmpty());
    }

    private void show(Optional<IdentityCenter> chosen) {
        boolean typing = chosen != null && chosen.isEmpty();
        typed.setVisible(typing);
        typed.setManaged(typing);
    }

    private void go(SignIns.Way way) {
        try {
            IdentityCenter center = centers.getValue()
                    .orElseGet(() -> IdentityCenter.typed(
                            new StartUrl(startUrl.getText().strip()),
                            new RegionName(region.getText().strip())));
            say("");
            then.accept(center, way);
        } catch (InvalidValue e) {
            say(new ProblemText(words.engineLocale()).sentence(e));
        }
    }

    private VBox field(TextField input, String id, String key, int share) {
        input.setId(id);
        input.setPromptText(words.of(key + ".prompt"));
        input.setAccessibleText(words.of(key));
        VBox field = field(input, key);
        field.setPrefWidth(share);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private VBox field(javafx.scene.Node input, String key) {
        Label label = new Label(words.of(key));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(input);
        VBox field = new VBox(label, input);
        field.getStyleClass().add("setting");
        return field;
    }

    private StringConverter<Optional<IdentityCenter>> names() {
        return new StringConverter<>() {
            @Override
            public String toString(Optional<IdentityCenter> center) {
                return center == null
                        ? ""
                        : center.map(c -> c.session().isPresent()
                                        ? words.of(
                                                "signin.center.name",
                                                c.label(),
                                                c.startUrl().value())
                                        : c.label())
                                .orElseGet(() -> words.of("signin.center.another"));
            }

            @Override
            public Optional<IdentityCenter> fromString(String name) {
                return Optional.empty();
            }
        };
    }
}
