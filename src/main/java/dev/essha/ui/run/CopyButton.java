package dev.essha.ui.run;

import dev.essha.ui.text.Words;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts a text on the clipboard, and says that it is there. */
final class CopyButton extends Button {

    private final Words words;
    private final FontIcon icon = new FontIcon("fth-copy");

    /** @param what is copied, for screen readers */
    CopyButton(Words words, String id, String what, Supplier<String> text) {
        this.words = words;
        setId(id);
        setText(words.of("shell.copy"));
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(words.of("run.copy.what", what));
        getStyleClass().add("copy");
        setOnAction(_ -> copy(text.get()));
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                say("shell.copy", "fth-copy");
            }
        });
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        say("run.copied", "fth-check");
    }

    private void say(String key, String literal) {
        setText(words.of(key));
        icon.setIconLiteral(literal);
    }
}
