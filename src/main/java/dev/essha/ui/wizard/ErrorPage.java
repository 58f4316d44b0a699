package dev.essha.ui.wizard;

import atlantafx.base.theme.Styles;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import java.nio.file.Path;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an unexpected failure leads to: a short code, the log file, and the way back. Nothing that was typed is lost. */
public final class ErrorPage extends StackPane {

    private final Words words;

    /**
     * @param log where the details are, which are the developers' to read
     * @param back takes this page away again
     */
    public ErrorPage(Words words, Throwable failure, Path log, Runnable back) {
        this.words = words;
        getStyleClass().add("overlay");
        setId("error-page");
        Failures.Told told = new Failures(words).tell(failure);
        Label title = new Label(words.of("error.title"), new FontIcon("fth-alert-octagon"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label advice = new Label(told.todo());
        advice.setWrapText(true);
        Label code = new Label(words.of("error.code", code(failure)));
        code.getStyleClass().add("mono");
        TextArea details = new TextArea(details(failure, log));
        details.setEditable(false);
        details.setPrefRowCount(5);
        details.getStyleClass().add("mono");
        details.setAccessibleText(words.of("error.details"));
        Button close = new Button(words.of("error.back"));
        close.setId("error-back");
        close.getStyleClass().add(Styles.ACCENT);
        close.setOnAction(_ -> back.run());
        Button copy = new Button(words.of("shell.copy"), new FontIcon("fth-copy"));
        copy.setOnAction(_ -> copy(code.getText() + "\n" + details.getText()));
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("buttons");
        VBox card = new VBox(title, advice, code, details, buttons);
        card.getStyleClass().addAll("panel", "error-card");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(words.of("error.title"));
        card.setMaxSize(640, USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** The same failure at the same place has the same code: people can tell each other. */
    static String code(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
        return "E-%06X".formatted((failure.getClass().getName() + place).hashCode() & 0xFFFFFF);
    }

    private String details(Throwable failure, Path log) {
        return new Failures(words).tell(failure).what() + "\n" + words.of("error.log", log);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
