package dev.essha.ui.field;

import dev.essha.ui.text.Words;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts a text onto the clipboard, and shows for a moment that it did. */
public final class CopyButton extends Button {

    private static final Duration SHOWN = Duration.seconds(1.5);

    /**
     * @param what is copied, for screen readers
     * @param text asked for when it is pressed
     */
    public CopyButton(Words words, String what, Supplier<String> text) {
        getStyleClass().addAll("copy", "flat", "button-icon");
        FontIcon icon = new FontIcon("fth-copy");
        setGraphic(icon);
        setAccessibleText(words.of("shell.copy") + ": " + what);
        setMinWidth(USE_PREF_SIZE);
        PauseTransition done = new PauseTransition(SHOWN);
        done.setOnFinished(_ -> icon.setIconLiteral("fth-copy"));
        setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            icon.setIconLiteral("fth-check");
            done.playFromStart();
        });
    }
}
