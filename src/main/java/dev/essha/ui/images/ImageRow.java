package dev.essha.ui.images;

import dev.essha.application.Json;
import dev.essha.application.ReleaseImages.Line;
import dev.essha.application.ReleaseImages.State;
import dev.essha.pipeline.FailureText;
import dev.essha.ui.images.ImagesModel.Phase;
import dev.essha.ui.images.ImagesModel.Step;
import dev.essha.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One image: its name, and in a sentence how far it is. */
final class ImageRow extends HBox {

    private final Words words;
    private final ProgressIndicator running = new ProgressIndicator();
    private final FontIcon icon = new FontIcon("fth-circle");
    private final Label text = new Label();

    ImageRow(Words words, String image) {
        this.words = words;
        setId("image-" + image.replaceAll("[^a-z0-9]+", "-"));
        getStyleClass().add("image-row");
        running.getStyleClass().add("look-running");
        Label name = new Label(image);
        name.getStyleClass().add("mono");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox says = new VBox(name, text);
        HBox.setHgrow(says, Priority.ALWAYS);
        StackPane state = new StackPane(running, icon);
        state.getStyleClass().add("image-state");
        getChildren().setAll(state, says);
    }

    void show(Phase phase, Step step) {
        boolean runs = step instanceof Step.Running && (phase == Phase.CHECKING || phase == Phase.COPYING);
        running.setVisible(runs);
        icon.setVisible(!runs);
        switch (step) {
            case Step.Waiting _ -> say("fth-circle", "note", words.of("registry.image.waiting"));
            case Step.Running(int percent)
            when runs ->
                say(
                        "fth-circle",
                        "note",
                        percent < 0 ? words.of("registry.image.asking") : words.of("registry.image.copying", percent));
            case Step.Running _ -> say("fth-circle", "note", words.of("registry.image.stopped"));
            case Step.Done(Line line) -> say(literal(line.state()), style(line.state()), sentence(line));
        }
    }

    private String sentence(Line line) {
        String key = line.copied() ? "copied" : Json.hyphenated(line.state().name());
        return words.of(
                "registry.image." + key,
                line.failure().map(new FailureText(words.engineLocale())::what).orElse(""));
    }

    private void say(String literal, String style, String said) {
        icon.setIconLiteral(literal);
        text.setText(said);
        text.getStyleClass().removeAll("note", "success-text", "warning-text", "danger-text");
        text.getStyleClass().add(style);
        icon.getStyleClass().setAll("ikonli-font-icon", style.replace("-text", "-icon"));
    }

    private static String literal(State state) {
        return switch (state) {
            case THERE, TO_COPY -> "fth-check-circle";
            case NO_REPOSITORY -> "fth-clock";
            case NOT_RELEASED, OTHER -> "fth-alert-triangle";
            case CLOSED -> "fth-lock";
            case FAILED -> "fth-x-circle";
        };
    }

    private static String style(State state) {
        return switch (state) {
            case THERE, TO_COPY -> "success-text";
            case NO_REPOSITORY, NOT_RELEASED, OTHER -> "warning-text";
            case CLOSED, FAILED -> "danger-text";
        };
    }
}
