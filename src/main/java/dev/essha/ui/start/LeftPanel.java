package dev.essha.ui.start;

import atlantafx.base.theme.Styles;
import dev.essha.ui.keep.KeptDraft;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Wizard;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers a draft that was left. */
final class LeftPanel extends HBox {

    LeftPanel(Wizard wizard, Plans plans, KeptDraft draft) {
        Words words = wizard.words();
        getStyleClass().addAll("panel", "start-notice");
        FontIcon icon = new FontIcon("fth-rotate-ccw");
        icon.getStyleClass().add("accent-icon");
        Label title = new Label(words.of("start.left", draft.name()));
        title.getStyleClass().add("panel-title");
        Label text = new Label(text(words, draft));
        text.getStyleClass().add("panel-note");
        VBox says = new VBox(title, text);
        says.getStyleClass().add("start-notice-text");
        HBox.setHgrow(says, Priority.ALWAYS);
        Button resume = new Button(words.of("start.left.continue"));
        resume.setId("left-continue");
        resume.getStyleClass().add(Styles.ACCENT);
        resume.setMinWidth(USE_PREF_SIZE);
        resume.setOnAction(_ -> plans.resume(draft));
        Button discard = new Button(words.of("start.left.discard"));
        discard.setId("left-discard");
        discard.setMinWidth(USE_PREF_SIZE);
        discard.setOnAction(_ -> plans.discard(draft));
        getChildren().setAll(icon, says, discard, resume);
    }

    private static String text(Words words, KeptDraft draft) {
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(draft.at());
        String step = Stream.of(Step.values())
                .filter(s -> s.name().equals(draft.step()))
                .findFirst()
                .map(s -> words.of(s.key()))
                .orElse("");
        return draft.file()
                .map(f -> words.of("start.left.text.file", at, step, f.getFileName()))
                .orElseGet(() -> words.of("start.left.text", at, step));
    }
}
