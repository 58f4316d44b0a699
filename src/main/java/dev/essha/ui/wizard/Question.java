package dev.essha.ui.wizard;

import atlantafx.base.theme.Styles;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A question over the pages, with a button for each answer. The first answer is the one that is meant to be taken; the last one
 * changes nothing, and the Escape key gives it.
 */
public final class Question {

    private static final double WIDTH = 560;

    private final Layers layers;
    private final Words words;
    private final String id;
    private final List<Button> answers = new ArrayList<>();
    private final VBox body = new VBox();
    private Optional<Runnable> open = Optional.empty();

    /** @param id of the card; an answer's is {@code ID-ANSWER} */
    public Question(Layers layers, Words words, String id, String title, String text) {
        this.layers = layers;
        this.words = words;
        this.id = id;
        Label head = new Label(title, new FontIcon("fth-help-circle"));
        head.getStyleClass().add("panel-title");
        Label explanation = new Label(text);
        explanation.setWrapText(true);
        explanation.setMinHeight(VBox.USE_PREF_SIZE);
        body.getChildren().setAll(head, explanation);
        body.getStyleClass().add("question-body");
        body.setId(id);
        body.setAccessibleText(title + " " + text);
        body.setMaxWidth(WIDTH);
    }

    /** Shows something below the text. */
    public Question with(Node more) {
        body.getChildren().add(more);
        return this;
    }

    /** @param key of the button's text */
    public Question answer(String name, String key, Runnable then) {
        Button button = new Button(words.of(key));
        button.setId(id + "-" + name);
        button.setOnAction(_ -> {
            close();
            then.run();
        });
        answers.add(button);
        return this;
    }

    /** Asks. */
    public void ask() {
        answers.getFirst().getStyleClass().add(Styles.ACCENT);
        answers.getFirst().setDefaultButton(true);
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        buttons.getChildren().setAll(answers.reversed());
        body.getChildren().add(buttons);
        open = Optional.of(
                layers.open(body, answers.getFirst(), () -> answers.getLast().fire()));
    }

    private void close() {
        open.ifPresent(Runnable::run);
        open = Optional.empty();
    }
}
