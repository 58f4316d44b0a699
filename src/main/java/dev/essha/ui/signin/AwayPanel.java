package dev.essha.ui.signin;

import dev.essha.cloud.signin.Prompt;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Desktop;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shown while the person is in the browser: where to go, the code to compare or to type, and how long there is. */
final class AwayPanel extends VBox {

    private final Words words;
    private final Desktop desktop;
    private final Label text = new Label();
    private final Label code = new Label();
    private final Label page = new Label();
    private final Label until = new Label();
    private final HBox codeRow;
    private final HBox pageRow;
    private final Button again = new Button();
    private Optional<Prompt.Asked> asked = Optional.empty();

    AwayPanel(Words words, Desktop desktop, Runnable cancel) {
        this.words = words;
        this.desktop = desktop;
        setId("center-away");
        getStyleClass().add("signin-pane");
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("check-looking");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = new HBox(busy, text);
        head.getStyleClass().add("signin-away");
        code.setId("center-code");
        code.getStyleClass().addAll("mono", "signin-code");
        codeRow = new HBox(code, copy("center-code-copy", "signin.away.code", this::code));
        page.setId("center-page");
        page.getStyleClass().add("mono");
        page.setMinWidth(0);
        HBox.setHgrow(page, Priority.ALWAYS);
        pageRow = new HBox(page, copy("center-page-copy", "signin.away.page", this::page));
        codeRow.getStyleClass().add("setting-row");
        pageRow.getStyleClass().add("setting-row");
        until.getStyleClass().add("panel-note");
        again.setId("center-browse");
        again.setText(words.of("signin.away.browse"));
        again.setGraphic(new FontIcon("fth-external-link"));
        again.setOnAction(_ -> asked.ifPresent(a -> desktop.browse(a.page())));
        Button stop = new Button(words.of("plan.cancel"));
        stop.setId("center-cancel");
        stop.setOnAction(_ -> cancel.run());
        HBox buttons = new HBox(again, stop);
        buttons.getStyleClass().add("signin-buttons");
        getChildren().setAll(head, codeRow, pageRow, until, buttons);
    }

    private CopyButton copy(String id, String key, java.util.function.Supplier<String> what) {
        CopyButton copy = new CopyButton(words, words.of(key), what);
        copy.setId(id);
        return copy;
    }

    void show(Optional<Prompt.Asked> now) {
        asked = now;
        Optional<Prompt.Asked.Device> device =
                now.flatMap(a -> a instanceof Prompt.Asked.Device d ? Optional.of(d) : Optional.empty());
        text.setText(words.of(
                now.isEmpty()
                        ? "signin.away.asking"
                        : device.isPresent() ? "signin.away.device" : "signin.away.browser"));
        code.setText(code());
        page.setText(page());
        until.setText(now.map(a -> words.of("signin.away.until", time(a))).orElse(""));
        show(codeRow, device.isPresent());
        show(pageRow, now.isPresent());
        again.setDisable(now.isEmpty());
    }

    private String code() {
        return asked.map(a -> a instanceof Prompt.Asked.Device device ? device.code() : "")
                .orElse("");
    }

    /** The short one is what people type on another device. */
    private String page() {
        return asked.map(a -> switch (a) {
                    case Prompt.Asked.Browser browser -> browser.page();
                    case Prompt.Asked.Device device -> device.shortPage();
                })
                .map(URI::toString)
                .orElse("");
    }

    private String time(Prompt.Asked of) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(of.until());
    }

    private static void show(HBox row, boolean shown) {
        row.setVisible(shown);
        row.setManaged(shown);
    }
}
